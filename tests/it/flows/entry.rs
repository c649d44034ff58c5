//! x y z
use crate::stage::Stage;
use tkvv::text::Language;
#[test]
fn look() {
    for (keys, w, h) in [
        ("5", 80, 24),
        ("5 t", 80, 24),
        ("5 n 070 <tab> giong", 80, 24),
        ("5 e", 80, 24),
        ("5 <enter> n 0070000601 <tab> Trần<space>Văn <tab> 1/5/80", 80, 24),
        ("5 <enter> e", 80, 24),
        (
            "5 <enter> <enter> n 66 <tab> 19 <tab> 60tr <tab> 15/9/26 <tab> 60 <tab> <tab> <tab> <tab> <tab> <tab> 5",
            80,
            24,
        ),
        (
            "5 <enter> <enter> n 66 <tab> 19 <tab> 60tr <tab> 15/9/26 <tab> 60 <tab> <tab> <tab> <tab> <tab> <tab> 5 <f6> <tab>",
            80,
            24,
        ),
        (
            "5 <enter> <right> <enter> <right> <enter> n 66 <tab> 19 <tab> 60tr <tab> 15/9/26 <tab> 60 <tab> <tab> <tab> <tab> <tab> <tab> 5 <f6> <tab>",
            120,
            36,
        ),
        ("5 <enter> <enter> n <up> <up>", 80, 24),
        ("5 <enter> <enter> <enter> ", 80, 24),
        ("5 <enter> <enter> <enter> k", 80, 24),
        ("5 <enter> <enter> <enter> k <right>", 80, 24),
        ("5 <enter> <enter> <enter> g", 80, 24),
        ("5 <enter> <enter> <enter> o", 80, 24),
        ("5 t p", 80, 24),
        ("5 t d", 80, 24),
        ("5 t n", 80, 24),
    ] {
        let mut stage = Stage::demo_at(Language::Vi, w, h).press(keys);
        println!("=== {keys}\n{}", stage.sees());
    }
}
