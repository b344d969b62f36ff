"""The addresses of Insights and the tab Insights of Security."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
