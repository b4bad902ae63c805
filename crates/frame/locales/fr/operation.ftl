operation-title = Serveur
# $moment (String) - date and time
operation-hint = Comment va l’installation, vu le { $moment }. Ces faits sont aussi ceux de la surveillance (/metrics) et de « tresse doctor ».
operation-fine = Rien ne demande votre attention.
operation-wrong = à régler
operation-mind = à voir
# $free (String) - with its unit
# $holding (String) - what the disk holds
operation-disk-fills = Il reste { $free } sur le disque { $holding ->
    [data] des données
    [backups] des sauvegardes
   *[both] des données et des sauvegardes
}, moins d’un dixième : faites de la place.
# $free (String) - with its unit
# $holding (String) - what the disk holds
operation-disk-full = Il ne reste que { $free } sur le disque { $holding ->
    [data] des données
    [backups] des sauvegardes
   *[both] des données et des sauvegardes
} : faites de la place maintenant.
# $moment (String) - date and time
operation-backup-late = La dernière sauvegarde est du { $moment }, et il en faut une par heure : le journal du serveur dit ce qui l’empêche.
# $folder (String) - its path
operation-backup-none = Il n’y a aucune sauvegarde dans { $folder } : le journal du serveur dit pourquoi.
operation-backups-not-made = Aucune sauvegarde n’est faite : donnez un dossier au serveur (réglage « backups »).
# $moment (String) - date and time
operation-letters-late = Des lettres attendent depuis le { $moment } : la page « Courrier » dit pourquoi.
operation-letters-to-hand-on = Des lettres attendent, et il n’y a pas de serveur de courrier : quelqu’un doit les transmettre.
# $count (Number) - letters
operation-letters-given-up = { $count ->
    [one] { $count } lettre n’a pas pu partir
   *[other] { $count } lettres n’ont pas pu partir
} : la page « Courrier » dit pourquoi.
# $count (Number) - addresses
operation-webhooks-silent = { $count ->
    [one] { $count } adresse de webhook ne répond plus et n’est plus appelée
   *[other] { $count } adresses de webhook ne répondent plus et ne sont plus appelées
} : la coordination de son regroupement est prévenue.
# $count (Number) - tasks
operation-tasks-failed = { $count ->
    [one] { $count } travail long n’a pas abouti
   *[other] { $count } travaux longs n’ont pas abouti
} ces dernières 24 heures : le journal du serveur dit pourquoi.
# $job (String) - its name, as the log has it
# $moment (String) - date and time
operation-job-failed = La tâche minutée « { $job } » a échoué le { $moment } : le journal du serveur dit pourquoi.
# $job (String) - its name, as the log has it
# $moment (String) - date and time
operation-job-late = La tâche minutée « { $job } » n’avance plus depuis le { $moment } : redémarrez le serveur.
operation-not-sealed = Ce serveur ne scelle pas le journal : donnez à tous les serveurs la même clé (réglage « seal_key »).
# $moment (String) - date and time
operation-seal-late = Une ligne attend son sceau depuis le { $moment } : le journal du serveur ou « tresse verify-log » dit pourquoi.
# $moment (String) - date and time
# $name (String) - the machine's, and the port
operation-node-gone = Le serveur { $name } ne donne plus signe de vie depuis le { $moment }.
# $number (String) - a decimal
# $unit (String) - its unit's code
operation-size = { $number } { $unit ->
    [kilo] Ko
    [mega] Mo
   *[giga] Go
}
# $number (String) - milliseconds
operation-milliseconds = { $number } ms
# $number (String) - of 100
operation-percent = { $number } %
# $whole (String) - the disk's size
operation-free-of = libres sur un disque de { $whole }
operation-latest-backup = dernière sauvegarde
operation-letters-waiting = lettres en attente
# $devices (Number) - on which they are signed in
# $persons (Number) - who are signed in
operation-signed-in = { $persons ->
    [one] personne connectée
   *[other] personnes connectées
}, sur { $devices ->
    [one] { $devices } appareil
   *[other] { $devices } appareils
}
operation-data = Disques et base de données
# $holding (String) - what the disk holds
operation-holding = { $holding ->
    [data] Disque des données
    [backups] Disque des sauvegardes
   *[both] Disque (données et sauvegardes)
}
# $free (String) - with its unit
# $percent (String) - of 100
# $whole (String) - the disk's size
operation-room = { $free } libres ({ $percent } % de { $whole })
operation-database = Base de données
operation-elsewhere = Son disque ne se voit pas d’ici : surveillez-le là où elle est.
operation-backups = Sauvegardes
operation-latest = La dernière
operation-hourly = D’heure en heure
operation-daily = De jour en jour
operation-together = Ensemble
operation-folder = Dossier
operation-no-backups-here = Ce serveur ne fait pas de sauvegardes.
operation-seals = Journal scellé
# $moment (String) - date and time
# $number (String) - the seal's
operation-seal = n° { $number }, { $moment }
operation-latest-seal = Dernier sceau
operation-seal-hash = Empreinte
operation-no-seal = Rien n’est encore scellé.
operation-waiting = Ce qui attend
operation-what = Quoi
operation-waits = En attente
operation-oldest = Depuis
operation-failed = En échec
operation-letters = Lettres
operation-webhooks = Messages de webhooks
operation-tasks = Travaux longs
# $count (Number) - jobs
operation-timed-work = { $count ->
    [one] { $count } tâche minutée est suivie
   *[other] { $count } tâches minutées sont suivies
} sur ce serveur ; celles qui échouent sont dites en haut.
operation-letters-link = Voir les lettres
operation-nodes = Serveurs
# $moment (String) - date and time
# $version (String) - the program's
operation-this-server = Tresse { $version }, démarré le { $moment }.
operation-this-one = celui-ci
operation-gone = muet
# $seen (String) - date and time
# $started (String) - date and time
operation-node-times = vu le { $seen }, démarré le { $started }
operation-slowest = Pages les plus lentes
# $meant (String) - a duration
# $moment (String) - date and time
operation-slowest-hint = Depuis le démarrage de ce serveur, le { $moment }. Une page doit venir en { $meant }.
operation-no-roads = Rien n’a encore été demandé.
operation-road = Page
operation-answers = Réponses
operation-most = 95 % en
# $meant (String) - a duration
operation-over = Au-delà de { $meant }
operation-worst = La plus lente
