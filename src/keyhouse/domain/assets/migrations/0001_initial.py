import django.db.models.deletion
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
        ('portfolios', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Asset',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(13), editable=False, primary_key=True, serialize=False)),
                ('type', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=200)),
                ('external_id', models.CharField(blank=True, max_length=100)),
                ('facts', models.JSONField(default=dict)),
                ('leads_restricted', models.BooleanField(default=False)),
                ('released_at', models.DateTimeField(null=True)),
                ('made_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
                ('portfolio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='portfolios.portfolio')),
            ],
        ),
        migrations.CreateModel(
            name='AssetGroup',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(14), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('made_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('portfolio', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portfolios.portfolio')),
            ],
        ),
        migrations.CreateModel(
            name='AssetGroupMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assets.asset')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assets.assetgroup')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='LeadsReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assets.asset')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
        ),
        migrations.AddIndex(
            model_name='asset',
            index=models.Index(fields=['organization', 'portfolio', 'type', 'id'], name='assets_of_a_portfolio'),
        ),
        migrations.AddConstraint(
            model_name='asset',
            constraint=models.UniqueConstraint(condition=models.Q(('external_id', ''), _negated=True), fields=('organization', 'type', 'external_id'), name='one_asset_per_external_id'),
        ),
        migrations.AddConstraint(
            model_name='assetgroup',
            constraint=models.UniqueConstraint(fields=('portfolio', 'name'), name='one_asset_group_per_name'),
        ),
        migrations.AddConstraint(
            model_name='assetgroupmember',
            constraint=models.UniqueConstraint(fields=('asset', 'group'), name='one_place_per_asset_group'),
        ),
        migrations.AddConstraint(
            model_name='leadsreader',
            constraint=models.UniqueConstraint(fields=('asset', 'person'), name='one_leads_reader'),
        ),
    ]
