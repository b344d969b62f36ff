import django.db.models.deletion
import keyhouse.domain.portfolios.models
import keyhouse.domain.presets.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('administration', '0001_initial'),
        ('groups', '0001_initial'),
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
        ('portfolios', '0001_initial'),
        ('products', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Preset',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(33), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('name_folded', models.CharField(max_length=100)),
                ('description', models.CharField(blank=True, max_length=500)),
                ('state', models.CharField(default=keyhouse.domain.presets.models.PresetState['ACTIVE'], max_length=10)),
                ('version', models.PositiveIntegerField(default=1)),
                ('work_id', models.BigIntegerField(null=True)),
                ('made_by_id', models.BigIntegerField(null=True)),
                ('made_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='PresetHolder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('added_by_id', models.BigIntegerField(null=True)),
                ('added_at', models.DateTimeField()),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.persongroup')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('preset', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='presets.preset')),
            ],
        ),
        migrations.CreateModel(
            name='PresetPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(default=keyhouse.domain.portfolios.models.Access['BASIC'], max_length=10)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('portfolio', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portfolios.portfolio')),
                ('preset', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='presets.preset')),
            ],
        ),
        migrations.CreateModel(
            name='PresetProduct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('preset', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='presets.preset')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='products.product')),
            ],
        ),
        migrations.CreateModel(
            name='PresetRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('preset', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='presets.preset')),
                ('role', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='administration.role')),
            ],
        ),
        migrations.CreateModel(
            name='PresetTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.BigIntegerField()),
                ('asset_type', models.CharField(max_length=40)),
                ('tasks', models.BigIntegerField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('place', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='presets.presetplace')),
            ],
        ),
        migrations.AddConstraint(
            model_name='preset',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'active')), fields=('organization', 'name_folded'), name='one_preset_per_name'),
        ),
        migrations.AddConstraint(
            model_name='presetholder',
            constraint=models.UniqueConstraint(fields=('preset', 'person'), name='one_person_per_preset'),
        ),
        migrations.AddConstraint(
            model_name='presetholder',
            constraint=models.UniqueConstraint(fields=('preset', 'group'), name='one_group_per_preset'),
        ),
        migrations.AddConstraint(
            model_name='presetholder',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('person__isnull', False)), models.Q(('group__isnull', False), ('person__isnull', True)), _connector='OR'), name='a_person_or_a_group_has_it'),
        ),
        migrations.AddConstraint(
            model_name='presetplace',
            constraint=models.UniqueConstraint(fields=('preset', 'portfolio'), name='one_portfolio_per_preset'),
        ),
        migrations.AddConstraint(
            model_name='presetproduct',
            constraint=models.UniqueConstraint(fields=('preset', 'product'), name='one_product_per_preset'),
        ),
        migrations.AddConstraint(
            model_name='presetrole',
            constraint=models.UniqueConstraint(fields=('preset', 'role'), name='one_role_per_preset'),
        ),
        migrations.AddConstraint(
            model_name='presettask',
            constraint=models.UniqueConstraint(fields=('place', 'object_id', 'asset_type'), name='one_preset_task_per_object'),
        ),
    ]
