use super::*;

fn spot(name: &str, latitude_e6: i64, longitude_e6: i64) -> Spot {
    Spot { name: name.to_owned(), at: Coordinates { latitude_e6, longitude_e6 } }
}

fn line(name: &str, spots: &[usize]) -> Line<'static> {
    let last = spots.len() - 1;
    let stop = |(at, spot): (usize, &usize)| Stop {
        spot: *spot,
        time: format!("{:02}:00", 7 + at),
        is_base: at == 0 || at == last,
    };
    Line { name: name.to_owned(), stops: spots.iter().enumerate().map(stop).collect(), roads: None }
}

fn plain(spots: &[Spot]) -> Ground {
    Ground::of(None, around(spots), "Carte")
}

fn luxembourg_province() -> Vec<Spot> {
    vec![
        spot("Hub de Libramont", 49_920_300, 5_376_000),
        spot("Ferme <des> Bruyères", 50_003_300, 5_715_000),
        spot("Épicerie d’Arlon", 49_683_300, 5_816_700),
        spot("La Halle, Neufchâteau", 49_842_000, 5_435_000),
    ]
}

#[test]
fn rounds_are_told_apart_by_letter_number_and_dashes() {
    let lines = [line("Fourgon A", &[0, 3, 1, 0]), line("Camion B", &[0, 3, 2, 0])];
    let spots = luxembourg_province();
    let svg = draw(&plain(&spots), &spots, &lines).svg;
    for mark in [">A1<", ">B1<", ">A2<", ">B2<"] {
        assert!(svg.contains(mark), "{mark} in {svg}");
    }
    assert_eq!(svg.matches("class=\"base\"").count(), 1, "the hub is one square");
    assert!(svg.contains("stroke-dasharray=\"24 10\"") && svg.contains("<title>B Camion B</title>"));
    assert!(svg.contains("Ferme &lt;des&gt; Bruyères") && !svg.contains("style="));
    assert!(svg.contains(">10 km</text>"), "a scale stands on a map without roads: {svg}");
}

/// Three places of Liechtenstein, and one that is far from all its roads.
fn liechtenstein() -> (Graph, Vec<Spot>) {
    let extract = std::fs::read("../roads/tests/data/liechtenstein.osm.pbf").unwrap();
    let graph = roads::build(std::io::Cursor::new(extract), &roads::Profile::VAN).unwrap();
    let spots = vec![
        spot("Vaduz", 47_141_000, 9_520_900),
        spot("Balzers", 47_066_500, 9_502_300),
        spot("Triesenberg", 47_118_100, 9_541_900),
        spot("Falknis", 47_055_000, 9_580_000),
    ];
    (graph, spots)
}

#[test]
fn a_round_follows_the_roads_and_goes_straight_where_none_is_known() {
    let (graph, spots) = liechtenstein();
    let ground = Ground::of(Some(&graph), around(&spots), "Carte");
    let drawn = |stops: &[usize], roads| draw(&ground, &spots, &[Line { roads, ..line("A", stops) }]);
    let number_of_points = |map: &Map, kind: &str| {
        let path = map.svg.split(&format!("id=\"{kind}-0\" d=\"")).nth(1).unwrap_or("\"");
        path.split('"').next().unwrap_or_default().split([' ', '-', 'l']).count() / 2
    };
    let by_road = drawn(&[0, 1, 2, 0], Some(&graph));
    assert!(!by_road.has_guess && number_of_points(&by_road, "way") > 60, "{}", by_road.svg);
    assert_eq!(number_of_points(&by_road, "guess"), 0);
    let straight = drawn(&[0, 1, 2, 0], None);
    assert!(
        straight.has_guess
            && straight.svg.contains("<use href=\"#guess-0\" stroke-width=\"4\" stroke-dasharray")
    );
    assert_eq!(number_of_points(&straight, "way"), 0);
    let both = drawn(&[0, 3, 0], Some(&graph));
    assert!(both.has_guess, "nobody drives up there");
    assert!(by_road.svg.len() < 80_000, "{}", by_road.svg.len());
}

#[test]
fn however_many_rounds_there_are_their_lines_take_few_bytes() {
    let (graph, spots) = liechtenstein();
    let ground = Ground::of(Some(&graph), around(&spots), "Carte");
    let stops: Vec<usize> = (0..40).map(|at| at % 3).collect();
    let lines: Vec<Line<'_>> =
        (0..4).map(|_| Line { roads: Some(&graph), ..line("A", &stops) }).collect();
    let rounds = lines::written(&ground.frame, &spots, &lines).svg;
    assert!(rounds.len() < 16_000, "{}", rounds.len());
}

#[test]
fn the_table_says_the_same_as_the_map() {
    let lines = [line("Fourgon A", &[0, 3, 1, 0])];
    let spots = luxembourg_province();
    let page = figure(&plain(&spots), &spots, &lines, Language::Fr).unwrap();
    let row = "<tr><td><strong>A2</strong></td><td>Ferme &#60;des&#62; Bruyères</td><td class=\"num\">09:00</td></tr>";
    assert!(page.contains(row), "{page}");
}

#[test]
fn a_letter_stands_for_every_round() {
    assert_eq!([0, 25, 26, 51, 52].map(letter), ["A", "Z", "AA", "AZ", "BA"]);
}

#[test]
fn a_dock_where_a_round_comes_again_and_again_has_its_first_and_its_last_mark() {
    let spots = luxembourg_province();
    let lines = [line("Fourgon A", &[0, 0, 3, 0, 1, 0, 2, 0])];
    let svg = draw(&plain(&spots), &spots, &lines).svg;
    assert!(svg.contains(">A1…A5<") && !svg.contains(">A3<"), "{svg}");
}

#[test]
fn marks_never_lie_on_one_another() {
    let spots: Vec<Spot> =
        (0..30).map(|at| spot("S", 49_900_000 + at * 300, 5_300_000 + at * 250)).collect();
    let lines = [line("A", &(0..30).collect::<Vec<_>>())];
    let svg = draw(&plain(&spots), &spots, &lines).svg;
    let number = |text: &str, name: &str| -> f64 {
        let from = text.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
        text[from..].split('"').next().unwrap().parse().unwrap()
    };
    let boxes: Vec<[f64; 4]> = svg
        .split("class=\"sign\"")
        .skip(1)
        .flat_map(|signs| signs.split("<rect").skip(1))
        .map(|sign| ["x", "y", "width", "height"].map(|name| number(sign, &format!(" {name}"))))
        .collect();
    assert_eq!(boxes.len(), 28);
    for (at, a) in boxes.iter().enumerate() {
        for b in &boxes[at + 1..] {
            let apart = a[0] + a[2] <= b[0] + 1.0
                || b[0] + b[2] <= a[0] + 1.0
                || a[1] + a[3] <= b[1] + 1.0
                || b[1] + b[3] <= a[1] + 1.0;
            assert!(apart, "{a:?} {b:?}");
        }
    }
}
