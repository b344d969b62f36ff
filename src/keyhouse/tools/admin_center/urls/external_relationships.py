"""The addresses of External relationships."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
