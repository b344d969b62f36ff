"""The addresses of Profile fields."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
