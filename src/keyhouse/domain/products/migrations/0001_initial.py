import django.db.models.deletion
import keyhouse.domain.products.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('groups', '0001_initial'),
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Product',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(31), editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('catalog', models.CharField(blank=True, max_length=40)),
                ('name', models.CharField(max_length=100)),
                ('name_folded', models.CharField(max_length=100)),
                ('access', models.CharField(default=keyhouse.domain.products.models.AccessMode['DEFAULT'], max_length=10)),
                ('sign_on', models.CharField(blank=True, max_length=10)),
                ('redirect_addresses', models.JSONField(default=list)),
                ('entity_id', models.CharField(blank=True, max_length=1024)),
                ('address', models.CharField(blank=True, max_length=1024)),
                ('capabilities', models.JSONField(default=list)),
                ('connected_by_id', models.BigIntegerField(null=True)),
                ('connected_at', models.DateTimeField()),
                ('organization', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='ProductAccess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(default=keyhouse.domain.products.models.Source['DIRECT'], max_length=20)),
                ('source_id', models.BigIntegerField(default=0)),
                ('given_by_id', models.BigIntegerField(null=True)),
                ('given_at', models.DateTimeField()),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.persongroup')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('product', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='products.product')),
            ],
        ),
        migrations.CreateModel(
            name='ProductLogo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.BinaryField()),
                ('media_type', models.CharField(max_length=20)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('product', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='logo', to='products.product')),
            ],
        ),
        migrations.AddIndex(
            model_name='product',
            index=models.Index(fields=['organization', 'code'], name='products_that_are_built_in'),
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.UniqueConstraint(fields=('organization', 'name_folded'), name='one_product_per_name'),
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('organization', 'code'), name='one_built_in_product_per_code'),
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.UniqueConstraint(condition=models.Q(('entity_id', ''), _negated=True), fields=('organization', 'entity_id'), name='one_product_per_entity_id'),
        ),
        migrations.AddIndex(
            model_name='productaccess',
            index=models.Index(fields=['organization', 'source', 'source_id'], name='access_by_source'),
        ),
        migrations.AddConstraint(
            model_name='productaccess',
            constraint=models.UniqueConstraint(condition=models.Q(('group', None)), fields=('product', 'person', 'source', 'source_id'), name='one_access_of_a_person_per_source'),
        ),
        migrations.AddConstraint(
            model_name='productaccess',
            constraint=models.UniqueConstraint(condition=models.Q(('person', None)), fields=('product', 'group', 'source', 'source_id'), name='one_access_of_a_group_per_source'),
        ),
        migrations.AddConstraint(
            model_name='productaccess',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('person__isnull', False)), models.Q(('group__isnull', False), ('person__isnull', True)), _connector='OR'), name='access_is_of_a_person_or_of_a_group'),
        ),
    ]
