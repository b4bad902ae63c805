operation-title = Server
operation-hint = How the installation stands, looked at on { $moment }. These are also the facts of monitoring (/metrics) and of “tresse doctor”.
operation-fine = Nothing needs your attention.
operation-wrong = to be mended
operation-mind = to be looked at
operation-disk-fills = { $free } are left on the disk { $holding ->
    [data] of the data
    [backups] of the backups
   *[both] of the data and the backups
}, less than a tenth: make room.
operation-disk-full = Only { $free } are left on the disk { $holding ->
    [data] of the data
    [backups] of the backups
   *[both] of the data and the backups
}: make room now.
operation-backup-late = The latest backup is of { $moment }, and there should be one each hour: the server’s log says what prevents it.
operation-backup-none = There is no backup in { $folder }: the server’s log says why.
operation-backups-not-made = No backups are made: give the server a folder (setting “backups”).
operation-letters-late = Letters have waited since { $moment }: the page “Letters” says why.
operation-letters-to-hand-on = Letters wait, and there is no mail server: somebody has to hand them on.
operation-letters-given-up = { $count ->
    [one] { $count } letter could not be sent
   *[other] { $count } letters could not be sent
}: the page “Letters” says why.
operation-webhooks-silent = { $count ->
    [one] { $count } webhook address no longer answers and is called no more
   *[other] { $count } webhook addresses no longer answer and are called no more
}: the coordination of its coalition has been told.
operation-tasks-failed = { $count ->
    [one] { $count } long task failed
   *[other] { $count } long tasks failed
} in the last 24 hours: the server’s log says why.
operation-job-failed = The timed work “{ $job }” failed on { $moment }: the server’s log says why.
operation-job-late = The timed work “{ $job }” has stood still since { $moment }: restart the server.
operation-not-sealed = This server does not seal the journal: give all servers the same key (setting “seal_key”).
operation-seal-late = A row has waited for its seal since { $moment }: the server’s log or “tresse verify-log” says why.
operation-node-gone = The server { $name } has given no sign of life since { $moment }.
operation-size = { $number } { $unit ->
    [kilo] kB
    [mega] MB
   *[giga] GB
}
operation-milliseconds = { $number } ms
operation-percent = { $number }%
operation-free-of = free on a disk of { $whole }
operation-latest-backup = latest backup
operation-letters-waiting = letters waiting
operation-signed-in = { $persons ->
    [one] person signed in
   *[other] people signed in
}, on { $devices ->
    [one] { $devices } device
   *[other] { $devices } devices
}
operation-data = Disks and database
operation-holding = { $holding ->
    [data] Disk of the data
    [backups] Disk of the backups
   *[both] Disk (data and backups)
}
operation-room = { $free } free ({ $percent }% of { $whole })
operation-database = Database
operation-elsewhere = Its disk is not seen from here: watch it where it is.
operation-backups = Backups
operation-latest = The latest
operation-hourly = Hour by hour
operation-daily = Day by day
operation-together = Together
operation-folder = Folder
operation-no-backups-here = This server makes no backups.
operation-seals = Sealed journal
operation-seal = no. { $number }, { $moment }
operation-latest-seal = Latest seal
operation-seal-hash = Hash
operation-no-seal = Nothing is sealed yet.
operation-waiting = What waits
operation-what = What
operation-waits = Waiting
operation-oldest = Since
operation-failed = Failed
operation-letters = Letters
operation-webhooks = Webhook messages
operation-tasks = Long tasks
operation-timed-work = { $count ->
    [one] { $count } piece of timed work is watched
   *[other] { $count } pieces of timed work are watched
} on this server; what fails is said at the top.
operation-letters-link = See the letters
operation-nodes = Servers
operation-this-server = Tresse { $version }, started on { $moment }.
operation-this-one = this one
operation-gone = silent
operation-node-times = seen on { $seen }, started on { $started }
operation-slowest = Slowest pages
operation-slowest-hint = Since this server started, on { $moment }. A page is to come within { $meant }.
operation-no-roads = Nothing has been asked for yet.
operation-road = Page
operation-answers = Answers
operation-most = 95% within
operation-over = Longer than { $meant }
operation-worst = The slowest
