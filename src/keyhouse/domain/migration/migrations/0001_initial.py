import django.db.models.deletion
import keyhouse.domain.migration.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='MigrationPerson',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(18), editable=False, primary_key=True, serialize=False)),
                ('status', models.CharField(default=keyhouse.domain.migration.models.MigrationStatus['NOT_STARTED'], max_length=20)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('before', models.CharField(blank=True, max_length=20)),
                ('deadline', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField()),
                ('history', models.JSONField(default=list)),
                ('login', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('work_account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organization', 'login'), name='one_migration_per_login')],
            },
        ),
    ]
