import django.db.models.deletion
import keyhouse.domain.administration.models
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
            name='Role',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(6), editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('name', models.CharField(max_length=100)),
                ('name_folded', models.CharField(max_length=100)),
                ('description', models.CharField(blank=True, max_length=500)),
                ('permissions', models.JSONField(default=list)),
                ('made_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='RoleHolder',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(7), editable=False, primary_key=True, serialize=False)),
                ('source', models.CharField(default=keyhouse.domain.administration.models.Source['DIRECT'], max_length=20)),
                ('source_id', models.BigIntegerField(default=0)),
                ('until', models.DateTimeField(null=True)),
                ('paused', models.BooleanField(default=False)),
                ('given_by_id', models.BigIntegerField(null=True)),
                ('given_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(null=True)),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.persongroup')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('role', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='administration.role')),
            ],
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.UniqueConstraint(fields=('organization', 'name_folded'), name='one_role_per_name'),
        ),
        migrations.AddIndex(
            model_name='roleholder',
            index=models.Index(fields=['organization', 'person'], name='roles_of_a_person'),
        ),
        migrations.AddIndex(
            model_name='roleholder',
            index=models.Index(fields=['organization', 'group'], name='roles_of_a_group'),
        ),
        migrations.AddIndex(
            model_name='roleholder',
            index=models.Index(condition=models.Q(('until__isnull', False)), fields=['until'], name='roles_that_end'),
        ),
        migrations.AddConstraint(
            model_name='roleholder',
            constraint=models.UniqueConstraint(fields=('role', 'person', 'source', 'source_id'), name='one_holding_per_source'),
        ),
        migrations.AddConstraint(
            model_name='roleholder',
            constraint=models.UniqueConstraint(fields=('role', 'group', 'source', 'source_id'), name='one_group_holding_per_source'),
        ),
        migrations.AddConstraint(
            model_name='roleholder',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', True), ('person__isnull', False)), models.Q(('group__isnull', False), ('person__isnull', True)), _connector='OR'), name='a_person_or_a_group_holds_it'),
        ),
    ]
