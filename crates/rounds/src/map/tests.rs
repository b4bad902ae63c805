use super::*;

fn spot(name: &str, latitude_e6: i64, longitude_e6: i64) -> Spot {
    Spot { name: name.to_owned(), at: Coordinates { latitude_e6, longitude_e6 } }
}

fn line(name: &str, spots: &[usize]) -> Line {
    let last = spots.len() - 1;
    let stop = |(at, spot): (usize, &usize)| Stop {
        spot: *spot,
        time: format!("{:02}:00", 7 + at),
        is_base: at == 0 || at == last,
    };
    Line { name: name.to_owned(), stops: spots.iter().enumerate().map(stop).collect() }
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
    let svg = draw(None, &luxembourg_province(), &lines, "Carte");
    for mark in [">A1<", ">B1<", ">A2<", ">B2<"] {
        assert!(svg.contains(mark), "{mark} in {svg}");
    }
    assert_eq!(svg.matches("class=\"base\"").count(), 1, "the hub is one square");
    assert!(svg.contains("stroke-dasharray=\"24 10\"") && svg.contains("<title>B Camion B</title>"));
    assert!(svg.contains("Ferme &lt;des&gt; Bruyères") && !svg.contains("style="));
    assert!(svg.contains(">10 km</text>"), "a scale stands on a map without roads: {svg}");
}

#[test]
fn the_table_says_the_same_as_the_map() {
    let lines = [line("Fourgon A", &[0, 3, 1, 0])];
    let page = figure(None, &luxembourg_province(), &lines, Language::Fr).unwrap();
    let row = "<tr><td><strong>A2</strong></td><td>Ferme &#60;des&#62; Bruyères</td><td class=\"num\">09:00</td></tr>";
    assert!(page.contains(row), "{page}");
}

#[test]
fn a_letter_stands_for_every_round() {
    assert_eq!([0, 25, 26, 51, 52].map(letter), ["A", "Z", "AA", "AZ", "BA"]);
}

#[test]
fn marks_never_lie_on_one_another() {
    let spots: Vec<Spot> =
        (0..30).map(|at| spot("S", 49_900_000 + at * 300, 5_300_000 + at * 250)).collect();
    let lines = [line("A", &(0..30).collect::<Vec<_>>())];
    let svg = draw(None, &spots, &lines, "Carte");
    let number = |text: &str, name: &str| -> f64 {
        let from = text.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
        text[from..].split('"').next().unwrap().parse().unwrap()
    };
    let boxes: Vec<[f64; 4]> = svg
        .split("class=\"sign\"")
        .skip(1)
        .map(|sign| &sign[sign.find("<rect").unwrap()..])
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
