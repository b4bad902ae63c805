archive-title = Take data along
archive-hint = A ZIP file, made while it downloads: each table as CSV for a spreadsheet and as JSON for a program, with a page that explains it. A large coalition takes some minutes; the browser shows how far it is.
archive-button = Download
archive-kept = What we keep, and for how long
archive-of-member = All about { $of }: record and sites, catalogue and agreed prices, orders, receptions, deliveries, documents, payments, accounts and containers.
archive-of-hub = All that { $of } keeps: members, catalogues, cycles, orders, receptions, deliveries, documents, payments, ledger and journal.
archive-of-books = What is needed for the books of { $of }: members, cycles, orders, receptions, deliveries, documents, payments and ledger.
