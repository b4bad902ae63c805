"""What is done with Repanier's own functions, inside a checkout: run.py starts it, with the settings that it wrote.

    python inside.py fill DATA.json      enters producers, references and shops, opens a sale: prints what it made as JSON
    python inside.py close SALE          closes the sale, as its task does, without mails: prints the seconds that it took
    python inside.py invoice SALE        books it for customers and producers: prints the seconds, and the customers' invoices
"""

import datetime
import json
import sys
import time
from decimal import Decimal

import django

UNITS = {"kilogram": "120", "litre": "150"}
PIECE, PIECE_BY_WEIGHT = "100", "140"
VAT = {"0": "100", "6": "400", "12": "500", "21": "600"}


def main():
    django.setup()
    verb, subject = sys.argv[1:]
    print(json.dumps({"fill": fill, "close": close, "invoice": invoice}[verb](subject)))


def fill(path):
    from django.contrib.auth.models import User
    from repanier.models import Customer, OfferItem, Permanence
    from repanier.task.task_order import open_order

    with open(path) as file:
        data = json.load(file)
    families = {}
    sale = Permanence.objects.create(permanence_date=datetime.date.today() + datetime.timedelta(days=7))
    for number, producer in enumerate(data["producers"]):
        sale.producers.add(enter_producer(number, producer, families, Decimal(data["multiplier"])))
    sessions = []
    for number, name in enumerate(data["shops"]):
        user = User.objects.create_user(f"shop{number}", f"shop{number}@example.org", last_name=name[:150])
        short = f"{number:03} {name}"[:25]
        Customer.objects.create(user=user, short_basket_name=short, long_basket_name=name[:100], may_order=True)
        sessions.append(session_of(user))
    open_order(sale.id, send_mail=False)
    offers = {offer.reference: offer.id for offer in OfferItem.objects.filter(permanence_id=sale.id)}
    return {"sale": sale.id, "offers": offers, "sessions": sessions}


def enter_producer(number, producer, families, multiplier):
    from repanier.models import LUT_DepartmentForCustomer, Producer, Product

    entered = Producer.objects.create(
        short_profile_name=f"{number:03} {producer['name']}"[:25], long_profile_name=producer["name"][:100],
        producer_price_are_wo_vat=True, price_list_multiplier=multiplier, is_active=True,
    )
    for reference in producer["references"]:
        family = reference["family"]
        if family not in families:
            families[family] = LUT_DepartmentForCustomer.objects.create(short_name_v2=family[:50])
        Product.objects.create(
            producer=entered, reference=reference["key"], long_name_v2=reference["name"][:100],
            department_for_customer=families[family], order_unit=unit_of(reference),
            order_average_weight=Decimal(reference["measure"]), producer_unit_price=Decimal(reference["price"]),
            vat_level=VAT.get(reference["vat"], "400"), unit_deposit=Decimal(reference["deposit"]),
            customer_minimum_order_quantity=Decimal(reference["step"]),
            customer_increment_order_quantity=Decimal(reference["step"]), is_into_offer=True, is_active=True,
        )
    return entered


def unit_of(reference):
    if reference["order_unit"] in UNITS:
        return UNITS[reference["order_unit"]]
    return PIECE_BY_WEIGHT if reference["pay_unit"] == "kilogram" else PIECE


def session_of(user):
    """The key of a session of somebody who has signed in."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib import auth

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[auth.SESSION_KEY] = str(user.pk)
    session[auth.BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[auth.HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


def close(sale):
    from repanier.models import Purchase
    from repanier.task.task_order import close_order

    lines = Purchase.objects.filter(permanence_id=sale, quantity_ordered__gt=0).count()
    began = time.perf_counter()
    close_order(int(sale), send_mail=False)
    return {"seconds": time.perf_counter() - began, "lines": lines}


def invoice(sale):
    from repanier.models import CustomerInvoice, Permanence, ProducerInvoice

    for owed in ProducerInvoice.objects.filter(permanence_id=sale):
        owed.to_be_paid = True
        owed.to_be_invoiced_balance = owed.total_price_with_tax
        owed.save()
    permanence = Permanence.objects.get(id=sale)
    began = time.perf_counter()
    permanence.invoice(payment_date=datetime.date.today())
    seconds = time.perf_counter() - began
    status = Permanence.objects.get(id=sale).status
    invoices = CustomerInvoice.objects.filter(permanence_id=sale, customer__user__username__startswith="shop")
    pages = {c.customer.user.username.removeprefix("shop"): c.id for c in invoices.select_related("customer__user")}
    return {"seconds": seconds, "status": status, "invoices": pages}


if __name__ == "__main__":
    main()
