import django.db.models.deletion
import keyhouse.domain.email_domains.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='EmailDomain',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(2), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=253)),
                ('state', models.CharField(default=keyhouse.domain.email_domains.models.DomainState['CLAIMED'], max_length=20)),
                ('method', models.CharField(blank=True, max_length=20)),
                ('include_subdomains', models.BooleanField(default=False)),
                ('token', models.CharField(max_length=43)),
                ('claimed_at', models.DateTimeField()),
                ('verified_at', models.DateTimeField(null=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('failing_since', models.DateTimeField(null=True)),
                ('code_hash', models.CharField(blank=True, max_length=64)),
                ('code_encrypted', models.CharField(blank=True, max_length=400)),
                ('code_mailbox', models.CharField(blank=True, max_length=20)),
                ('code_until', models.DateTimeField(null=True)),
                ('code_tries', models.PositiveSmallIntegerField(default=0)),
                ('code_mails', models.JSONField(default=list)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organization', 'name'), name='one_claim_per_organization'), models.UniqueConstraint(condition=models.Q(('state__in', ['verified', 'warning'])), fields=('name',), name='one_verified_owner_per_domain')],
            },
        ),
    ]
