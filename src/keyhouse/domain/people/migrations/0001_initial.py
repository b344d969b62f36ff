import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import keyhouse.domain.people.models
import keyhouse.foundation.ids
import keyhouse.foundation.search.index
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('connections', '0001_initial'),
        ('organizations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(4), editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(default=keyhouse.domain.people.models.PersonKind['WORK'], max_length=10)),
                ('state', models.CharField(default=keyhouse.domain.people.models.PersonState['ADDED'], max_length=12)),
                ('email', models.CharField(max_length=320)),
                ('email_folded', models.CharField(max_length=320)),
                ('domain_folded', models.GeneratedField(db_persist=True, expression=models.Case(models.When(email_folded__contains='@', then=django.db.models.functions.text.Substr('email_folded', django.db.models.expressions.CombinedExpression(django.db.models.functions.text.StrIndex(models.F('email_folded'), models.Value('@')), '+', models.Value(1)))), default=models.Value('')), output_field=models.CharField(max_length=320))),
                ('holds_address', models.BooleanField(default=True)),
                ('given_name', models.CharField(blank=True, max_length=100)),
                ('family_name', models.CharField(blank=True, max_length=100)),
                ('display_name', models.CharField(blank=True, max_length=200)),
                ('name_folded', models.CharField(blank=True, max_length=400)),
                ('job_title', models.CharField(blank=True, max_length=200)),
                ('job_title_folded', models.CharField(blank=True, max_length=600)),
                ('department', models.CharField(blank=True, max_length=200)),
                ('department_folded', models.CharField(blank=True, max_length=600)),
                ('division', models.CharField(blank=True, max_length=200)),
                ('division_folded', models.CharField(blank=True, max_length=600)),
                ('company', models.CharField(blank=True, max_length=200)),
                ('company_folded', models.CharField(blank=True, max_length=600)),
                ('cost_center', models.CharField(blank=True, max_length=200)),
                ('cost_center_folded', models.CharField(blank=True, max_length=600)),
                ('location', models.CharField(blank=True, max_length=400)),
                ('location_folded', models.CharField(blank=True, max_length=1200)),
                ('user_type', models.CharField(blank=True, max_length=200)),
                ('user_type_folded', models.CharField(blank=True, max_length=600)),
                ('phone', models.CharField(blank=True, max_length=100)),
                ('employee_number', models.CharField(blank=True, max_length=200)),
                ('locale', models.CharField(blank=True, max_length=100)),
                ('time_zone', models.CharField(blank=True, max_length=100)),
                ('start_date', models.DateTimeField(null=True)),
                ('term_date', models.DateTimeField(null=True)),
                ('sign_in_method', models.CharField(default=keyhouse.domain.people.models.SignInMethod['SSO'], max_length=10)),
                ('detached', models.BooleanField(default=False)),
                ('field_sources', models.JSONField(default=dict)),
                ('scim', models.JSONField(default=dict)),
                ('version', models.PositiveIntegerField(default=1)),
                ('hold', models.BooleanField(default=False)),
                ('remembered_active', models.BooleanField(null=True)),
                ('state_reason', models.CharField(blank=True, max_length=200)),
                ('made_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('invited_at', models.DateTimeField(null=True)),
                ('activated_at', models.DateTimeField(null=True)),
                ('deactivated_at', models.DateTimeField(null=True)),
                ('last_active_at', models.DateTimeField(null=True)),
                ('managed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='connections.connection')),
                ('manager', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('organization', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='ExternalId',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.CharField(max_length=512)),
                ('connection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='external_ids', to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='Headcount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(max_length=12)),
                ('number', models.PositiveIntegerField()),
                ('counted_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organization', 'state'), name='one_headcount_per_state')],
            },
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'id'], name='people_in_order'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'state', 'id'], name='people_by_state'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'name_folded', 'id'], name='people_by_name'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'email_folded', 'id'], name='people_by_email'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'domain_folded', 'id'], name='people_by_domain'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'job_title', 'id'], name='people_by_title'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'department', 'id'], name='people_by_department'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'last_active_at', 'id'], name='people_by_use'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('term_date__isnull', False)), fields=['term_date'], name='people_who_leave'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=keyhouse.foundation.search.index.TextIndex(fields=['name_folded', 'email_folded', 'given_name', 'family_name', 'job_title', 'department'], name='people_by_text'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['organization', 'managed_by', 'id', 'detached', 'state'], name='people_of_a_connection'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(condition=models.Q(('holds_address', True)), fields=('email_folded', 'kind'), name='one_account_holds_an_address'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'work'), models.Q(('state', 'deleted'), _negated=True)), fields=('organization', 'email_folded'), name='one_account_per_organization'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'work'), ('organization__isnull', False)), models.Q(('kind', 'personal'), ('organization__isnull', True)), _connector='OR'), name='work_accounts_have_an_organization'),
        ),
        migrations.AddConstraint(
            model_name='externalid',
            constraint=models.UniqueConstraint(fields=('connection', 'value'), name='one_person_per_external_id'),
        ),
        migrations.AddConstraint(
            model_name='externalid',
            constraint=models.UniqueConstraint(fields=('connection', 'person'), name='one_external_id_per_person'),
        ),
    ]
