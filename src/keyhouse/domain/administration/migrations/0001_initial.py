import django.db.models.deletion
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
            name='Role',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(6), editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('name', models.CharField(max_length=100)),
                ('description', models.CharField(blank=True, max_length=500)),
                ('permissions', models.JSONField(default=list)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='RoleHolder',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(7), editable=False, primary_key=True, serialize=False)),
                ('source', models.CharField(default='direct', max_length=20)),
                ('until', models.DateTimeField(null=True)),
                ('paused', models.BooleanField(default=False)),
                ('given_by_id', models.BigIntegerField(null=True)),
                ('given_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('role', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='administration.role')),
            ],
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.UniqueConstraint(fields=('organization', 'name'), name='one_role_per_name'),
        ),
        migrations.AddIndex(
            model_name='roleholder',
            index=models.Index(fields=['organization', 'person'], name='roles_of_a_person'),
        ),
        migrations.AddConstraint(
            model_name='roleholder',
            constraint=models.UniqueConstraint(fields=('role', 'person', 'source'), name='one_holding_per_source'),
        ),
    ]
