import django.db.models.deletion
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('assets', '0001_initial'),
        ('organizations', '0001_initial'),
        ('portfolios', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PartnerShare',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(15), editable=False, primary_key=True, serialize=False)),
                ('tasks', models.BigIntegerField()),
                ('until', models.DateTimeField(null=True)),
                ('given_by_id', models.BigIntegerField(null=True)),
                ('given_at', models.DateTimeField()),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assets.asset')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portfolios.portfolio')),
                ('partner_organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'asset'], name='shares_of_a_partner')],
                'constraints': [models.UniqueConstraint(fields=('asset', 'partner'), name='one_share_per_partner')],
            },
        ),
    ]
