import django.db.models.deletion
import keyhouse.domain.connections.models
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('email_domains', '0001_initial'),
        ('organizations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(3), editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('provider', models.CharField(default='other', max_length=20)),
                ('name', models.CharField(max_length=100)),
                ('state', models.CharField(default=keyhouse.domain.connections.models.ConnectionState['DRAFT'], max_length=20)),
                ('description', models.CharField(blank=True, max_length=500)),
                ('permissions', models.JSONField(default=list)),
                ('allowed_networks', models.JSONField(default=list)),
                ('app_secret_encrypted', models.TextField(blank=True)),
                ('old_secret_encrypted', models.TextField(blank=True)),
                ('old_secret_until', models.DateTimeField(null=True)),
                ('reads_logs_only', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
                ('last_used_at', models.DateTimeField(null=True)),
                ('routes_new_domains', models.BooleanField(default=False)),
                ('enforces_sign_on', models.BooleanField(default=True)),
                ('send_invitations', models.BooleanField(default=True)),
                ('refuse_unverified_domains', models.BooleanField(default=False)),
                ('accounts_without_email', models.BooleanField(default=True)),
                ('refuse_delete', models.BooleanField(default=False)),
                ('strict_replace', models.BooleanField(default=False)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='ProvisioningRequest',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(23), editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('request_id', models.CharField(max_length=100)),
                ('client', models.CharField(blank=True, max_length=200)),
                ('ip', models.CharField(blank=True, max_length=45)),
                ('method', models.CharField(max_length=10)),
                ('path', models.CharField(max_length=500)),
                ('status', models.PositiveSmallIntegerField()),
                ('milliseconds', models.PositiveIntegerField(default=0)),
                ('body', models.TextField(blank=True)),
                ('answer', models.TextField(blank=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('changed', models.JSONField(default=list)),
                ('ignored', models.JSONField(default=list)),
                ('person_id', models.BigIntegerField(null=True)),
                ('connection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='RoutedDomain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('connection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='routed_domains', to='connections.connection')),
                ('domain', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='email_domains.emaildomain')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='SamlSetup',
            fields=[
                ('connection', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='saml', serialize=False, to='connections.connection')),
                ('issuer', models.CharField(blank=True, max_length=1024)),
                ('sign_on_url', models.CharField(blank=True, max_length=2048)),
                ('sign_on_binding', models.CharField(default='redirect', max_length=10)),
                ('logout_url', models.CharField(blank=True, max_length=2048)),
                ('certificates', models.JSONField(default=list)),
                ('metadata_url', models.CharField(blank=True, max_length=2048)),
                ('ask_again', models.BooleanField(default=False)),
                ('require_encryption', models.BooleanField(default=False)),
                ('refuse_expired_certificates', models.BooleanField(default=False)),
                ('private_key_encrypted', models.TextField(blank=True)),
                ('certificate', models.TextField(blank=True)),
                ('tested_at', models.DateTimeField(null=True)),
                ('test_result', models.JSONField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.AddConstraint(
            model_name='connection',
            constraint=models.UniqueConstraint(fields=('organization', 'kind', 'name'), name='one_connection_per_name'),
        ),
        migrations.AddIndex(
            model_name='provisioningrequest',
            index=models.Index(fields=['organization', 'connection', '-id'], name='requests_of_a_connection'),
        ),
        migrations.AddIndex(
            model_name='provisioningrequest',
            index=models.Index(condition=models.Q(('person_id__isnull', False)), fields=['organization', 'person_id', '-id'], name='requests_about_a_person'),
        ),
    ]
