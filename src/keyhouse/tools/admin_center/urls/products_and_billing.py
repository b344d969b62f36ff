"""The addresses of Products and billing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
