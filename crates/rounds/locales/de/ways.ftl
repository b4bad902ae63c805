ways-too-many = Es gibt { $sites } Orte, und höchstens { $most } können zusammen geplant werden: planen Sie in Teilen.
ways-off-road = { $count ->
    [one] Im Umkreis von einem Kilometer führt keine Straße an diesem Ort vorbei: { $sites }. Berichtigen Sie seine Koordinaten.
   *[other] Im Umkreis von einem Kilometer führt an { $count } Orten keine Straße vorbei: { $sites }. Berichtigen Sie ihre Koordinaten.
}
ways-no-way = Keine Straße führt von { $from } nach { $to }: Berichtigen Sie die Koordinaten eines der beiden, oder planen Sie sie getrennt.
ways-no-way-and-others = Keine Straße führt von { $from } nach { $to }, und so ist es mit { $others ->
    [one] { $others } weiteren Paar von Orten
   *[other] { $others } weiteren Paaren von Orten
}: Berichtigen Sie ihre Koordinaten, oder planen Sie diese Orte getrennt.
ways-pasted-empty = Die Tabelle ist leer: Fügen Sie für jeden Ort eine Zeile mit Zahlen ein.
ways-pasted-too-large = Die Tabelle hat mehr als { $most } Orte oder mehr als 64 MB: planen Sie in Teilen.
ways-pasted-rows = Die Tabelle hat { $rows } Zeilen für { $sites } Orte: Fügen Sie für jeden Ort eine Zeile ein, in ihrer Reihenfolge.
ways-pasted-columns = Zeile { $row } ({ $site }) hat { $cells } Felder für { $sites } Orte: Geben Sie für jeden eine Zahl an.
ways-pasted-hole = In Zeile { $row }, Spalte { $column } (von { $from } nach { $to }) steht nichts: Ergänzen Sie es, oder schreiben Sie x, wo keine Straße hinführt.
ways-pasted-no-number = „{ $text }“ in Zeile { $row }, Spalte { $column } (von { $from } nach { $to }) ist keine Zahl ab null: Berichtigen Sie es.
ways-pasted-diagonal = Zeile { $row } ({ $site }) hat eine andere Zahl als 0 vom Ort zu sich selbst: Stehen die Zeilen in anderer Reihenfolge?
ways-pasted-other = „{ $name }“ steht, wo „{ $site }“ erwartet wurde, an Stelle { $row }: Setzen Sie Zeilen und Spalten in die Reihenfolge der Orte.
ways-pasted-other-size = Die Zeiten sind von { $times } Orten und die Entfernungen von { $distances }: Fügen Sie beides für dieselben Orte ein.
ways-server-silent = Der Routenserver { $server } antwortet nicht ({ $why }). Versuchen Sie es erneut, oder bitten Sie die Verwaltung der Instanz, einen anderen zu nennen.
ways-server-refuses = Der Routenserver { $server } lehnt ab: „{ $why }“.
ways-server-no-table = Der Routenserver { $server } hat etwas anderes als eine Tabelle von Zeiten und Entfernungen geantwortet: Ist es die richtige Adresse?
ways-by-road = Zeiten und Entfernungen über die Straße. { $attribution }
ways-by-server = Zeiten und Entfernungen des { $kind }-Servers { $server }, abgefragt am { $day }.
ways-by-hand = Zeiten und Entfernungen am { $day } von Hand eingegeben.
ways-by-estimate = Zeiten und Entfernungen sind geschätzt, ohne die Straßen zu kennen: die Luftlinie, verlängert { $parts } (nach Boscoe, Henry und Zdeb, 2012). Prüfen Sie Fahrten über einen Fluss oder ein Tal.
ways-estimate-part = um { $longer } % bis { $until } km ({ $kmh } km/h)
ways-estimate-last-part = um { $longer } % darüber hinaus ({ $kmh } km/h)
