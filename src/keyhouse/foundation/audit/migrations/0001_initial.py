import django.db.models.deletion
import django.db.models.functions.comparison
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AuditAnchor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization_id', models.BigIntegerField(null=True)),
                ('number', models.BigIntegerField()),
                ('last_sequence', models.BigIntegerField()),
                ('hash', models.CharField(max_length=64)),
                ('events_removed', models.BigIntegerField(default=0)),
                ('removed_until', models.DateTimeField()),
                ('removed_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce('organization_id', 0), name='one_anchor_per_log')],
            },
        ),
        migrations.CreateModel(
            name='AuditBlock',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(20), editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.BigIntegerField(null=True)),
                ('number', models.BigIntegerField()),
                ('first_sequence', models.BigIntegerField()),
                ('last_sequence', models.BigIntegerField()),
                ('previous_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('hashes', models.BinaryField(default=bytes)),
                ('sealed_at', models.DateTimeField()),
                ('first_at', models.DateTimeField()),
                ('last_at', models.DateTimeField()),
                ('is_indexed', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(fields=['organization_id', 'number'], name='audit_block_by_number'), models.Index(fields=['organization_id', 'first_at', 'last_sequence'], name='audit_block_by_first_time'), models.Index(fields=['organization_id', 'last_at', 'first_sequence'], name='audit_block_by_last_time'), models.Index(condition=models.Q(('is_indexed', False)), fields=['organization_id', 'number'], name='audit_block_not_indexed')],
                'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce('organization_id', 0), models.F('number'), name='one_block_per_number')],
            },
        ),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(19), editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.BigIntegerField(null=True)),
                ('tag', models.CharField(max_length=100)),
                ('actor_kind', models.CharField(max_length=20)),
                ('actor_id', models.BigIntegerField(null=True)),
                ('target_id', models.BigIntegerField(null=True)),
                ('within_id', models.BigIntegerField(null=True)),
                ('correlation', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('facts', models.JSONField(default=dict)),
                ('digests', models.JSONField(default=dict)),
                ('hash', models.CharField(max_length=64)),
                ('sequence', models.BigIntegerField(null=True)),
                ('delivered', models.BooleanField(default=True)),
            ],
            options={
                'indexes': [models.Index(fields=['organization_id', 'id'], name='audit_by_organization'), models.Index(fields=['organization_id', 'target_id', 'id'], name='audit_by_target'), models.Index(fields=['organization_id', 'actor_id', 'id'], name='audit_by_actor'), models.Index(condition=models.Q(('within_id__isnull', False)), fields=['organization_id', 'within_id', 'id'], name='audit_by_portfolio'), models.Index(fields=['organization_id', 'sequence'], name='audit_by_sequence'), models.Index(fields=['organization_id', 'correlation'], name='audit_by_correlation'), models.Index(condition=models.Q(('delivered', False)), fields=['id'], name='audit_not_delivered'), models.Index(condition=models.Q(('sequence', None)), fields=['organization_id', 'id'], name='audit_not_sealed')],
            },
        ),
        migrations.CreateModel(
            name='AuditWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner', models.BigIntegerField()),
                ('segment', models.BigIntegerField()),
                ('word', models.BinaryField(max_length=120)),
                ('hits', models.BinaryField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'segment', 'word'), name='one_place_per_word')],
            },
        ),
        migrations.CreateModel(
            name='AuditPersonal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization_id', models.BigIntegerField(null=True)),
                ('field', models.CharField(max_length=40)),
                ('value', models.JSONField()),
                ('salt', models.CharField(max_length=32)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='personal_rows', to='audit.auditevent')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'field'), name='one_value_per_personal_field')],
            },
        ),
    ]
