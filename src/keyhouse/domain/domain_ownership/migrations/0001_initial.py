import django.db.models.deletion
import keyhouse.domain.domain_ownership.models
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
            name='DomainRelease',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(44), editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=253)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('asked_by_id', models.BigIntegerField(null=True)),
                ('asked_by_email', models.CharField(blank=True, max_length=320)),
                ('state', models.CharField(default=keyhouse.domain.domain_ownership.models.ReleaseState['ASKED'], max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('domain', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='email_domains.emaildomain')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('partner_organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'indexes': [models.Index(fields=['partner_organization', 'state', 'id'], name='releases_asked_of_an_owner')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('domain',), name='one_open_ask_per_domain')],
            },
        ),
    ]
