//! Values as people write them: `50`, `50 mph`, `3.5 t`, `12'6"`, `0:15`.

/// Tenths of a kilometre an hour of one value of `maxspeed`; `None` where no number is meant.
///
/// Of several (`80;50`) the lowest holds. A zone counts as what its law says, without a sign.
pub fn tenths_kmh(text: &str) -> Option<u16> {
    text.split([';', ',', '|']).filter_map(|one| one_speed(one.trim())).min()
}

fn one_speed(text: &str) -> Option<u16> {
    if let Some(zone) = zone(text) {
        return Some(zone);
    }
    let (number, unit) = number(text)?;
    let thousandths = match unit {
        "" | "km/h" | "kmh" | "kph" => number,
        "mph" => number * 1609 / 1000,
        "knots" => number * 1852 / 1000,
        _ => return None,
    };
    u16::try_from(thousandths / 100).ok().filter(|tenths| (10..=2000).contains(tenths))
}

/// What the law of a country says where the sign names a zone and no number.
///
/// # Source
/// <https://wiki.openstreetmap.org/wiki/Default_speed_limits>
fn zone(text: &str) -> Option<u16> {
    if text == "walk" || text.ends_with(":walk") {
        return Some(60);
    }
    let (country, zone) = text.split_once(':')?;
    let kmh = match (country, zone) {
        ("BE-BRU", "urban") | (_, "bicycle_road" | "cyclestreet") => 30,
        ("BE-VLG", "rural") => 70,
        (_, "urban") => 50,
        ("FR" | "NL" | "CH" | "LI" | "DK" | "NO", "rural") => 80,
        ("DE" | "AT", "rural") | (_, "trunk") | ("NL", "motorway") => 100,
        (_, "rural") => 90,
        ("BE" | "BE-VLG" | "BE-WAL" | "BE-BRU" | "CH" | "ES" | "PT", "motorway") => 120,
        (_, "motorway") => 130,
        ("NL", "living_street") => 15,
        ("DE" | "AT", "living_street") => 7,
        (_, "living_street") => 20,
        (_, zone) => zone.trim_start_matches("zone").trim_start_matches(':').parse().ok()?,
    };
    (1..=200u16).contains(&kmh).then(|| kmh * 10)
}

/// Centimetres of a height or width: metres where no unit stands, or feet and inches.
pub fn centimetres(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Some((feet, inches)) = text.split_once('\'') {
        let feet: u32 = feet.trim().parse().ok().filter(|feet| *feet < 1000)?;
        let inches = inches.trim().trim_end_matches(['"', '\'']).trim();
        let inches: u32 = if inches.is_empty() { 0 } else { inches.parse().ok()? };
        return Some((feet * 12 + inches.min(12)) * 254 / 100);
    }
    let (thousandths, unit) = number(text)?;
    match unit {
        "" | "m" | "metres" | "meters" => Some(thousandths / 10),
        "cm" => Some(thousandths / 1000),
        "ft" | "feet" => Some(thousandths / 1000 * 3048 / 100),
        _ => None,
    }
}

/// Kilograms of a weight: tonnes where no unit stands.
pub fn kilograms(text: &str) -> Option<u32> {
    let (thousandths, unit) = number(text.trim())?;
    match unit {
        "" | "t" | "tonnes" | "mt" => Some(thousandths),
        "kg" => Some(thousandths / 1000),
        "st" => Some(thousandths / 100 * 90_718 / 1000),
        "lbs" => Some(thousandths / 1000 * 454 / 1000),
        _ => None,
    }
}

/// Minutes of a duration: `15`, `1:30`, `0:15:00`, `PT1H15M`.
pub fn minutes(text: &str) -> Option<u32> {
    let text = text.trim();
    let whole = |text: &str| text.parse::<u32>().ok().filter(|number| *number <= 10_000);
    if let Some(period) = text.strip_prefix("PT") {
        let (hours, rest) = period.split_once('H').unwrap_or(("0", period));
        let minutes = rest.split_once('M').map_or("0", |(minutes, _)| minutes);
        return Some(whole(hours)? * 60 + whole(minutes)?);
    }
    match text.split(':').collect::<Vec<_>>()[..] {
        [minutes] => whole(minutes),
        [hours, minutes] | [hours, minutes, _] => Some(whole(hours)? * 60 + whole(minutes)?),
        _ => None,
    }
}

/// Thousandths of the number at the head, and the unit after it.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let whole: u32 = whole.parse().ok().filter(|whole| *whole <= 200_000)?;
    if !part.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let part = part.bytes().chain(std::iter::repeat(b'0')).take(3);
    let part = part.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    Some((whole * 1000 + part, unit.trim()))
}
