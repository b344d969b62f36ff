"""Addresses of decisions (AuthZEN 1.0); other people's tools depend on them."""

from django.urls import path, re_path

from keyhouse.endpoints.decisions import views

app_name = "decisions"
urlpatterns = [
    path("access/v1/evaluation", views.evaluation, name="evaluation"),
    path("access/v1/evaluations", views.evaluations, name="evaluations"),
    re_path(r"^access/v1/search/(?P<kind>subject|resource|action)$", views.search, name="search"),
    path(".well-known/authzen-configuration", views.configuration, name="configuration"),
]
