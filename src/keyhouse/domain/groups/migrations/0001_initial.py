import django.db.models.deletion
import keyhouse.domain.groups.models
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
                ('made_at', models.DateTimeField()),
                ('connection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='GroupMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
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
            model_name='groupmember',
            index=models.Index(fields=['organization', 'group', 'person'], name='members_of_a_group'),
        ),
        migrations.AddConstraint(
            model_name='groupmember',
            constraint=models.UniqueConstraint(fields=('person', 'group'), name='one_place_per_group'),
        ),
    ]
