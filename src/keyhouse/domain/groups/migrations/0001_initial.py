import django.db.models.deletion
import keyhouse.domain.groups.models
import keyhouse.foundation.clock
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('connections', '0001_initial'),
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PersonGroup',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(5), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('name_folded', models.CharField(max_length=100)),
                ('description', models.CharField(blank=True, max_length=500)),
                ('kind', models.CharField(default=keyhouse.domain.groups.models.GroupKind['STATIC'], max_length=12)),
                ('external_id', models.CharField(blank=True, max_length=512)),
                ('may_make_admins', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
                ('connection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='GroupRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.JSONField()),
                ('looks_at_today', models.BooleanField(default=False)),
                ('changed_at', models.DateTimeField()),
                ('work_id', models.BigIntegerField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='rule', to='groups.persongroup')),
            ],
        ),
        migrations.CreateModel(
            name='GroupOwner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.persongroup')),
            ],
        ),
        migrations.CreateModel(
            name='GroupMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(default=keyhouse.foundation.clock.now)),
                ('until', models.DateTimeField(null=True)),
                ('paused', models.BooleanField(default=False)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.persongroup')),
            ],
        ),
        migrations.AddConstraint(
            model_name='persongroup',
            constraint=models.UniqueConstraint(fields=('organization', 'name_folded'), name='one_group_per_name'),
        ),
        migrations.AddIndex(
            model_name='grouprule',
            index=models.Index(fields=['organization', 'group'], name='rules_of_an_organization'),
        ),
        migrations.AddIndex(
            model_name='groupowner',
            index=models.Index(fields=['organization', 'person'], name='groups_of_an_owner'),
        ),
        migrations.AddConstraint(
            model_name='groupowner',
            constraint=models.UniqueConstraint(fields=('group', 'person'), name='one_ownership_per_group'),
        ),
        migrations.AddIndex(
            model_name='groupmember',
            index=models.Index(fields=['organization', 'group', 'person'], name='members_of_a_group'),
        ),
        migrations.AddIndex(
            model_name='groupmember',
            index=models.Index(condition=models.Q(('until__isnull', False)), fields=['until'], name='places_that_end'),
        ),
        migrations.AddConstraint(
            model_name='groupmember',
            constraint=models.UniqueConstraint(fields=('person', 'group'), name='one_place_per_group'),
        ),
    ]
