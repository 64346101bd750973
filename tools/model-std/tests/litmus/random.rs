//! Random litmus tests: two or three threads with a few accesses to two atomics, so close together that memory has choices.

use rand_core::RngCore;
use rand_pcg::Pcg32;

/// The program of this seed, as text.
pub fn program(seed: u64) -> String {
    let mut random = Pcg32::new(seed, 0x11);
    let mut below = |end: usize| random.next_u32() as usize % end;
    let threads = 2 + below(2);
    let mut written = 0;
    // Programs in which most is `SeqCst`, and such in which hardly anything is.
    let strong = below(4);
    let mut parts = vec!["x y".to_string()];
    for _ in 0..threads {
        let accesses = if threads == 2 { 2 + below(2) } else { 1 + below(2) };
        let mut steps = Vec::new();
        let mut fenced = false;
        for number in 0..accesses {
            let place = ["x", "y"][below(2)];
            let register = ["a", "b", "c"][number];
            let kind = ["R", "R", "R", "W", "W", "W", "ADD", "XCHG", "CAS"][below(9)];
            let mut order = |of: &[&'static str]| if below(4) < strong { "sc" } else { of[below(of.len())] };
            let step = match kind {
                "R" => format!("R {register} {place} {}", order(&["rlx", "rlx", "acq"])),
                "W" => {
                    written += 1;
                    format!("W {place} {written} {}", order(&["rlx", "rlx", "rel"]))
                }
                "ADD" => format!("ADD {register} {place} 1 {}", order(&["rlx", "acq", "rel", "ar"])),
                "XCHG" => {
                    written += 1;
                    format!("XCHG {register} {place} {written} {}", order(&["rlx", "acq", "rel", "ar"]))
                }
                _ => {
                    let (success, failure) = (order(&["rlx", "acq", "rel", "ar"]), order(&["rlx", "acq"]));
                    format!("CAS {register} {place} 0 9 {success} {failure}")
                }
            };
            steps.push(step);
            // One fence in a thread, if any, between two accesses.
            if number + 1 < accesses && !fenced && below(3) == 0 {
                fenced = true;
                steps.push(format!("F {}", ["sc", "ar", "rel", "acq", "sc"][below(5)]));
            }
        }
        parts.push(steps.join("; "));
    }
    parts.join(" | ")
}
