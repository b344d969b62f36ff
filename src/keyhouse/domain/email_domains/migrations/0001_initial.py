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
                ('proved_at', models.DateTimeField(null=True)),
                ('awaited_since', models.DateTimeField(null=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('next_check_at', models.DateTimeField(null=True)),
                ('failing_since', models.DateTimeField(null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('warned_at', models.DateTimeField(null=True)),
                ('told_day', models.PositiveSmallIntegerField(null=True)),
                ('contested_at', models.DateTimeField(null=True)),
                ('contested_method', models.CharField(blank=True, max_length=20)),
                ('trust_reason', models.CharField(blank=True, max_length=500)),
                ('trust_asked_by_id', models.BigIntegerField(null=True)),
                ('trust_asked_at', models.DateTimeField(null=True)),
                ('code_hash', models.CharField(blank=True, max_length=64)),
                ('code_encrypted', models.CharField(blank=True, max_length=400)),
                ('code_mailbox', models.CharField(blank=True, max_length=20)),
                ('code_until', models.DateTimeField(null=True)),
                ('code_tries', models.PositiveSmallIntegerField(default=0)),
                ('code_mails', models.JSONField(default=list)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='DomainLink',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(25), editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(max_length=20)),
                ('address', models.CharField(max_length=320)),
                ('person_id', models.BigIntegerField(null=True)),
                ('handle_hash', models.CharField(max_length=64, unique=True)),
                ('handle_encrypted', models.CharField(blank=True, max_length=400)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('domain', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='email_domains.emaildomain')),
            ],
        ),
        migrations.AddIndex(
            model_name='emaildomain',
            index=models.Index(fields=['name'], name='domains_by_name'),
        ),
        migrations.AddIndex(
            model_name='emaildomain',
            index=models.Index(condition=models.Q(('next_check_at__isnull', False)), fields=['next_check_at'], name='domains_to_be_checked'),
        ),
        migrations.AddConstraint(
            model_name='emaildomain',
            constraint=models.UniqueConstraint(fields=('organization', 'name'), name='one_claim_per_organization'),
        ),
        migrations.AddConstraint(
            model_name='emaildomain',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['verified', 'warning'])), fields=('name',), name='one_verified_owner_per_domain'),
        ),
        migrations.AddIndex(
            model_name='domainlink',
            index=models.Index(fields=['domain', 'purpose'], name='links_of_a_domain'),
        ),
    ]
