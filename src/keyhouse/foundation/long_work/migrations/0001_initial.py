import django.db.models.deletion
import keyhouse.foundation.ids
import keyhouse.foundation.long_work.outcomes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='LongWork',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(32), editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.BigIntegerField()),
                ('kind', models.CharField(max_length=60)),
                ('title', models.CharField(max_length=300)),
                ('actor_id', models.BigIntegerField(null=True)),
                ('actor_name', models.CharField(blank=True, max_length=200)),
                ('actor', models.JSONField(default=dict)),
                ('arguments', models.JSONField(default=dict)),
                ('state', models.CharField(default=keyhouse.foundation.long_work.outcomes.WorkState['WAITING'], max_length=10)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('failed', models.PositiveIntegerField(default=0)),
                ('skipped', models.PositiveIntegerField(default=0)),
                ('is_filled', models.BooleanField(default=True)),
                ('bookmark', models.JSONField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(null=True)),
                ('moved_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['organization_id', 'id'], name='work_of_organization'), models.Index(condition=models.Q(('state__in', ['waiting', 'running'])), fields=['moved_at'], name='work_under_way')],
            },
        ),
        migrations.CreateModel(
            name='LongWorkRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization_id', models.BigIntegerField()),
                ('position', models.PositiveIntegerField()),
                ('subject_id', models.BigIntegerField(null=True)),
                ('label', models.CharField(blank=True, max_length=400)),
                ('outcome', models.CharField(default=keyhouse.foundation.long_work.outcomes.Outcome['WAITING'], max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('data', models.JSONField(default=dict)),
                ('work', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='long_work.longwork')),
            ],
            options={
                'indexes': [models.Index(fields=['work', 'outcome', 'position'], name='rows_by_outcome'), models.Index(fields=['organization_id', 'subject_id'], name='rows_about_a_subject')],
                'constraints': [models.UniqueConstraint(fields=('work', 'position'), name='one_row_per_position')],
            },
        ),
    ]
