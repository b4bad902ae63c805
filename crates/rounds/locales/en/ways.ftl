ways-too-many = There are { $sites } sites, and at most { $most } can be planned together: plan in parts.
ways-off-road = { $count ->
    [one] No road passes within a kilometre of this site: { $sites }. Correct its coordinates.
   *[other] No road passes within a kilometre of { $count } sites: { $sites }. Correct their coordinates.
}
ways-no-way = No road leads from { $from } to { $to }: correct the coordinates of one of them, or plan them apart.
ways-no-way-and-others = No road leads from { $from } to { $to }, and so it is with { $others ->
    [one] { $others } other pair of sites
   *[other] { $others } other pairs of sites
}: correct their coordinates, or plan those sites apart.
ways-pasted-empty = The table is empty: paste a row of numbers for each site.
ways-pasted-too-large = The table has more than { $most } sites, or more than 64 MB: plan in parts.
ways-pasted-rows = The table has { $rows } rows for { $sites } sites: paste one row for each site, in their order.
ways-pasted-columns = Row { $row } ({ $site }) has { $cells } cells for { $sites } sites: paste one number for each.
ways-pasted-hole = Nothing stands in row { $row }, column { $column } (from { $from } to { $to }): fill it in, or write x where no road leads.
ways-pasted-no-number = “{ $text }” in row { $row }, column { $column } (from { $from } to { $to }) is not a number of zero or more: mend it.
ways-pasted-diagonal = Row { $row } ({ $site }) has another number than 0 from the site to itself: are the rows in another order?
ways-pasted-other = “{ $name }” stands where “{ $site }” was expected, at place { $row }: put rows and columns in the order of the sites.
ways-pasted-other-size = The times are of { $times } sites and the distances of { $distances }: paste both for the same sites.
ways-server-silent = The route server { $server } does not answer ({ $why }). Try again, or ask whoever keeps the instance to name another.
ways-server-refuses = The route server { $server } refuses: “{ $why }”.
ways-server-no-table = The route server { $server } answered something else than a table of times and distances: is it the right address?
ways-by-road = Times and distances by road. { $attribution }
ways-by-server = Times and distances from the { $kind } server { $server }, asked on { $day }.
ways-by-hand = Times and distances typed by hand on { $day }.
ways-by-estimate = Times and distances are estimates that know of no road: the straight line, made longer { $parts } (after Boscoe, Henry and Zdeb, 2012). Check trips that cross a river or a valley.
ways-estimate-part = by { $longer } % up to { $until } km ({ $kmh } km/h)
ways-estimate-last-part = by { $longer } % beyond ({ $kmh } km/h)
