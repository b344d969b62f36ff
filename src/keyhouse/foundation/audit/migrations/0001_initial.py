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
            name='AuditBlock',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(20), editable=False, primary_key=True, serialize=False)),
                ('organization_id', models.BigIntegerField(null=True)),
                ('number', models.BigIntegerField()),
                ('first_sequence', models.BigIntegerField()),
                ('last_sequence', models.BigIntegerField()),
                ('previous_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField()),
            ],
            options={
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
                'indexes': [models.Index(fields=['organization_id', 'id'], name='audit_by_organization'), models.Index(fields=['organization_id', 'target_id', 'id'], name='audit_by_target'), models.Index(fields=['organization_id', 'actor_id', 'id'], name='audit_by_actor'), models.Index(condition=models.Q(('within_id__isnull', False)), fields=['organization_id', 'within_id', 'id'], name='audit_by_portfolio'), models.Index(fields=['organization_id', 'sequence'], name='audit_by_sequence'), models.Index(condition=models.Q(('delivered', False)), fields=['id'], name='audit_not_delivered'), models.Index(condition=models.Q(('sequence', None)), fields=['organization_id', 'id'], name='audit_not_sealed')],
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
