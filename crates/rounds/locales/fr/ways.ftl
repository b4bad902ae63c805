# $most (Number) - how many are possible
# $sites (Number) - how many there are
ways-too-many = Il y a { $sites } lieux, et { $most } au plus peuvent être planifiés ensemble : planifiez en plusieurs fois.
# $count (Number) - how many
# $sites (String) - the first of them by name
ways-off-road = { $count ->
    [one] Aucune route ne passe à moins d’un kilomètre de ce lieu : { $sites }. Corrigez ses coordonnées.
   *[other] Aucune route ne passe à moins d’un kilomètre de { $count } lieux : { $sites }. Corrigez leurs coordonnées.
}
# $from (String) - a site
# $to (String) - a site
ways-no-way = Aucune route ne mène de { $from } à { $to } : corrigez les coordonnées de l’un des deux, ou planifiez-les à part.
# $from (String) - a site
# $others (Number) - other pairs
# $to (String) - a site
ways-no-way-and-others = Aucune route ne mène de { $from } à { $to }, et { $others ->
    [one] il en est de même d’{ $others } autre paire de lieux
   *[other] il en est de même de { $others } autres paires de lieux
} : corrigez leurs coordonnées, ou planifiez ces lieux à part.
ways-pasted-empty = Le tableau est vide : collez une ligne de nombres pour chaque lieu.
# $most (Number) - how many sites are possible
ways-pasted-too-large = Le tableau a plus de { $most } lieux, ou plus de 64 Mo : planifiez en plusieurs fois.
# $rows (Number) - how many the table has
# $sites (Number) - how many there are
ways-pasted-rows = Le tableau a { $rows } lignes pour { $sites } lieux : collez une ligne pour chaque lieu, dans leur ordre.
# $cells (Number) - how many the row has
# $row (String) - its number
# $site (String) - whose row it is
# $sites (Number) - how many there are
ways-pasted-columns = La ligne { $row } ({ $site }) a { $cells } cases pour { $sites } lieux : mettez un nombre pour chacun.
# $column (String) - its number
# $from (String) - a site
# $row (String) - its number
# $to (String) - a site
ways-pasted-hole = Rien n’est écrit à la ligne { $row }, colonne { $column } (de { $from } à { $to }) : complétez, ou écrivez x là où aucune route ne mène.
# $column (String) - its number
# $from (String) - a site
# $row (String) - its number
# $text (String) - what stands there
# $to (String) - a site
ways-pasted-no-number = « { $text } », à la ligne { $row }, colonne { $column } (de { $from } à { $to }), n’est pas un nombre positif : corrigez-le.
# $row (String) - its number
# $site (String) - whose row it is
ways-pasted-diagonal = La ligne { $row } ({ $site }) a un autre nombre que 0 du lieu à lui-même : les lignes sont-elles dans un autre ordre ?
# $name (String) - what stands there
# $row (String) - its number
# $site (String) - what was expected
ways-pasted-other = « { $name } » se trouve là où « { $site } » était attendu, au rang { $row } : mettez lignes et colonnes dans l’ordre des lieux.
# $distances (Number) - of how many sites
# $times (Number) - of how many sites
ways-pasted-other-size = Les durées sont de { $times } lieux et les distances de { $distances } : collez les deux pour les mêmes lieux.
# $server (String) - its host
# $why (String) - in the words of the network
ways-server-silent = Le serveur d’itinéraires { $server } ne répond pas ({ $why }). Réessayez, ou demandez à l’administration de l’instance d’en nommer un autre.
# $server (String) - its host
# $why (String) - in its own words
ways-server-refuses = Le serveur d’itinéraires { $server } refuse : « { $why } ».
# $server (String) - its host
ways-server-no-table = Le serveur d’itinéraires { $server } a répondu autre chose qu’un tableau des durées et des distances : est-ce la bonne adresse ?
# $attribution (String) - whose data it is, and of which day
ways-by-road = Durées et distances par la route. { $attribution }
# $day (String) - when it was asked
# $kind (String) - the program
# $server (String) - its host
ways-by-server = Durées et distances du serveur { $kind } { $server }, demandées le { $day }.
# $day (String) - when they were typed
ways-by-hand = Durées et distances saisies à la main le { $day }.
# $parts (String) - the parts of a trip
ways-by-estimate = Durées et distances estimées, sans connaître les routes : la ligne droite, allongée { $parts } (d’après Boscoe, Henry et Zdeb, 2012). Vérifiez les trajets qui traversent une rivière ou une vallée.
# $kmh (Number) - the speed
# $longer (Number) - percent
# $until (Number) - kilometres
ways-estimate-part = de { $longer } % jusqu’à { $until } km ({ $kmh } km/h)
# $kmh (Number) - the speed
# $longer (Number) - percent
ways-estimate-last-part = de { $longer } % au-delà ({ $kmh } km/h)
