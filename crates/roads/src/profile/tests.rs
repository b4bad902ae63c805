use super::*;

/// Tags as `highway=residential oneway=yes`, with `_` for a space in a value.
fn tagged<R>(text: &str, read: impl FnOnce(&Tags<'_>) -> R) -> R {
    let text: Vec<(String, String)> = text
        .split(' ')
        .filter_map(|tag| tag.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.replace('_', " ")))
        .map(|(key, value)| match key.as_str() {
            // Words of OpenStreetMap have low lines of their own.
            "highway" | "barrier" | "service" => (key, value.replace(' ', "_")),
            _ => (key, value),
        })
        .collect();
    read(&text.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect())
}

/// Along and against in km/h with one decimal, `to ends` where only deliveries go; `no` if closed.
fn driven(profile: Profile, tags: &str) -> String {
    let Some(found) = tagged(tags, |tags| profile.use_of(tags)) else { return "no".into() };
    let shown = found.speeds.map(|speed| match speed {
        0 => "-".to_owned(),
        tenths if tenths % 10 == 0 => (tenths / 10).to_string(),
        tenths => format!("{}.{}", tenths / 10, tenths % 10),
    });
    format!("{} {}{}", shown[0], shown[1], if found.to_ends { " to ends" } else { "" })
}

#[test]
fn a_van_and_a_small_lorry_read_the_same_road_as_their_drivers_do() {
    // tags, van, small lorry
    let cases = [
        ("highway=motorway", "100 -", "85 -"),
        ("highway=motorway maxspeed=120", "96 -", "85 -"),
        ("highway=primary", "65 65", "60 60"),
        ("highway=primary maxspeed=50", "40 40", "40 40"),
        ("highway=primary maxspeed=80 maxspeed:hgv=60", "64 64", "48 48"),
        ("highway=primary maxspeed:forward=70 maxspeed:backward=50", "56 40", "56 40"),
        ("highway=secondary maxspeed=BE:urban", "40 40", "40 40"),
        ("highway=secondary source:maxspeed=BE-VLG:rural", "56 56", "56 56"),
        ("highway=residential maxspeed=BE:zone30", "24 24", "24 24"),
        ("highway=residential maxspeed=30_mph", "38.5 38.5", "38.5 38.5"),
        ("highway=living_street", "10 10", "10 10"),
        ("highway=living_street maxspeed=walk", "4.8 4.8", "4.8 4.8"),
        ("highway=unclassified maxspeed=none", "30 30", "28 28"),
        ("highway=unclassified maxspeed=signals;80;50", "40 40", "40 40"),
        ("highway=residential oneway=yes", "25 -", "22 -"),
        ("highway=residential oneway=-1", "- 25", "- 22"),
        ("highway=residential oneway=yes oneway:vehicle=no", "25 25", "22 22"),
        ("highway=residential oneway=reversible", "no", "no"),
        ("highway=tertiary junction=roundabout", "40 -", "38 -"),
        ("highway=service", "15 15", "12 12"),
        ("highway=service service=driveway", "10 10", "10 10"),
        ("highway=service service=emergency_access", "no", "no"),
        ("highway=unclassified surface=gravel", "25 25", "25 25"),
        ("highway=track", "no", "no"),
        ("highway=track tracktype=grade1", "15 15", "12 12"),
        ("highway=track motor_vehicle=yes tracktype=grade4", "6 6", "6 6"),
        ("highway=footway", "no", "no"),
        ("highway=pedestrian", "no", "no"),
        ("highway=pedestrian motor_vehicle=delivery", "3 3 to ends", "3 3 to ends"),
        ("highway=pedestrian area=yes motor_vehicle=yes", "no", "no"),
        ("highway=construction", "no", "no"),
        ("route=ferry", "10 10", "10 10"),
        ("route=ferry foot=yes", "no", "no"),
        ("route=ferry foot=yes motor_vehicle=yes", "10 10", "10 10"),
        ("railway=rail", "no", "no"),
        // access, the nearest word first
        ("highway=residential access=no", "no", "no"),
        ("highway=residential access=private", "no", "no"),
        ("highway=residential access=destination", "12.5 12.5 to ends", "11 11 to ends"),
        ("highway=residential access=no motor_vehicle=yes", "25 25", "22 22"),
        (
            "highway=residential vehicle=no motor_vehicle=destination",
            "12.5 12.5 to ends",
            "11 11 to ends",
        ),
        ("highway=residential hgv=no", "25 25", "no"),
        ("highway=residential hgv=destination", "25 25", "11 11 to ends"),
        ("highway=residential motor_vehicle=no hgv=yes", "no", "22 22"),
        ("highway=residential motor_vehicle=agricultural", "no", "no"),
        (
            "highway=residential motor_vehicle=agricultural;destination",
            "12.5 12.5 to ends",
            "11 11 to ends",
        ),
        ("highway=residential access=unknown", "25 25", "22 22"),
        // limits
        ("highway=residential maxheight=3.2", "25 25", "no"),
        ("highway=residential maxheight=2.5_m", "no", "no"),
        ("highway=residential maxheight=11'6\"", "25 25", "22 22"),
        ("highway=residential maxheight=default", "25 25", "22 22"),
        ("highway=residential maxweight=3.5", "25 25", "no"),
        ("highway=residential maxweight=3000_kg", "no", "no"),
        ("highway=residential maxweight=7,5_t", "25 25", "22 22"),
        ("highway=residential maxweightrating:hgv=5", "25 25", "no"),
        ("highway=residential maxwidth=2", "no", "no"),
        ("highway=residential smoothness=impassable", "no", "no"),
    ];
    for (tags, van, lorry) in cases {
        assert_eq!(driven(Profile::VAN, tags), van, "van: {tags}");
        assert_eq!(driven(Profile::SMALL_LORRY, tags), lorry, "small lorry: {tags}");
    }
}

#[test]
fn a_thing_on_the_road_stops_or_does_not() {
    let cases = [
        ("barrier=bollard", true),
        ("barrier=bollard motor_vehicle=yes", false),
        ("barrier=gate", false),
        ("barrier=gate locked=yes", true),
        ("barrier=gate access=private", true),
        ("barrier=lift_gate access=destination", false),
        ("barrier=toll_booth", false),
        ("barrier=height_restrictor maxheight=2.2", true),
        ("highway=traffic_signals", false),
    ];
    for (tags, stops) in cases {
        assert_eq!(tagged(tags, |tags| Profile::VAN.is_stopped_by(tags)), stops, "{tags}");
    }
}

#[test]
fn a_restriction_is_for_some_vehicles() {
    let cases = [
        ("type=restriction restriction=x", Some("x"), Some("x")),
        ("type=restriction restriction=x except=bicycle;hgv", Some("x"), None),
        ("type=restriction restriction=x except=motorcar", None, Some("x")),
        ("type=restriction restriction:hgv=x", None, Some("x")),
        ("type=restriction restriction=x hour_on=07:00", None, None),
        ("type=restriction restriction:conditional=x", None, None),
        ("type=multipolygon restriction=x", None, None),
    ];
    for (tags, van, lorry) in cases {
        let words = |profile: Profile| tagged(tags, |tags| profile.restriction(tags).map(str::to_owned));
        assert_eq!(words(Profile::VAN).as_deref(), van, "van: {tags}");
        assert_eq!(words(Profile::SMALL_LORRY).as_deref(), lorry, "small lorry: {tags}");
    }
}

#[test]
fn a_ferry_says_how_long_it_takes() {
    let cases = [("15", Some(15)), ("0:15", Some(15)), ("1:30:00", Some(90)), ("PT1H5M", Some(65))];
    for (text, minutes) in
        cases.into_iter().chain([("PT20M", Some(20)), ("soon", None), ("1:2:3:4", None)])
    {
        assert_eq!(tagged(&format!("duration={text}"), ferry_minutes), minutes, "{text}");
    }
}
