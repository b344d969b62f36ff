"""The catalog: well-known products, each with how it signs in and where its answers go.

In an address of an offer, {site} stands for the name that the product gave to the organization, such as its host.
"""

from dataclasses import dataclass

from keyhouse.domain.products.models import SignOn


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A product of the catalog: what it is for, and its addresses with {site} to fill in."""

    key: str
    name: str
    about: str
    sign_on: SignOn
    redirect_address: str
    entity_id: str = ""
    address: str = ""
    site: str = ""
    manages_devices: bool = False

    def filled(self, site: str) -> dict[str, str]:
        """The addresses with the name of the organization's own site in them."""
        host = site.strip().removeprefix("https://").strip("/")
        return {
            "redirect_address": self.redirect_address.replace("{site}", host),
            "entity_id": self.entity_id.replace("{site}", host),
            "address": self.address.replace("{site}", host),
        }


CATALOG = {
    one.key: one
    for one in (
        Offer(key="confluence", name="Confluence Data Center", about="Wiki", sign_on=SignOn.SAML,
              redirect_address="https://{site}/plugins/servlet/samlconsumer", entity_id="https://{site}",
              address="https://{site}/", site="wiki.acme.example"),
        Offer(key="discourse", name="Discourse", about="Forum", sign_on=SignOn.OIDC,
              redirect_address="https://{site}/auth/oidc/callback", address="https://{site}/",
              site="forum.acme.example"),
        Offer(key="gitea", name="Gitea", about="Code", sign_on=SignOn.OIDC,
              redirect_address="https://{site}/user/oauth2/keyhouse/callback", address="https://{site}/",
              site="code.acme.example"),
        Offer(key="gitlab", name="GitLab", about="Code", sign_on=SignOn.OIDC,
              redirect_address="https://{site}/users/auth/openid_connect/callback", address="https://{site}/",
              site="gitlab.acme.example"),
        Offer(key="grafana", name="Grafana", about="Dashboards", sign_on=SignOn.OIDC,
              redirect_address="https://{site}/login/generic_oauth", address="https://{site}/",
              site="grafana.acme.example"),
        Offer(key="headsets", name="Headset management", about="Devices, apps and casting", sign_on=SignOn.OIDC,
              redirect_address="https://{site}/oidc/callback", address="https://{site}/",
              site="headsets.acme.example", manages_devices=True),
        Offer(key="mattermost", name="Mattermost", about="Chat", sign_on=SignOn.SAML,
              redirect_address="https://{site}/login/sso/saml", entity_id="https://{site}/login/sso/saml",
              address="https://{site}/", site="chat.acme.example"),
        Offer(key="nextcloud", name="Nextcloud", about="Files", sign_on=SignOn.OIDC,
              redirect_address="https://{site}/apps/user_oidc/code", address="https://{site}/",
              site="files.acme.example"),
        Offer(key="slack", name="Slack", about="Chat", sign_on=SignOn.SAML,
              redirect_address="https://{site}/sso/saml", entity_id="https://slack.com", address="https://{site}/",
              site="acme.slack.com"),
        Offer(key="zendesk", name="Zendesk", about="Support", sign_on=SignOn.SAML,
              redirect_address="https://{site}/access/saml", entity_id="https://{site}", address="https://{site}/",
              site="acme.zendesk.com"),
    )
}  # fmt: skip


def offer(key: str) -> Offer | None:
    """The offer of this key, or None."""
    return CATALOG.get(key)
