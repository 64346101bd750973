//! Random litmus tests: two or three threads with a few accesses to two atomics, so close together that memory has choices;
//! and such in which what is not atomic is, or is not, ordered by atomics.

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

/// The program of this seed, as text, in which some accesses are not atomic: two or three threads, each of which may
/// use what is in `d` before it accesses atomics, or after it has read one, if that held something.
pub fn program_with_plain_accesses(seed: u64) -> String {
    let mut random = Pcg32::new(seed, 0x12);
    let mut below = |end: usize| random.next_u32() as usize % end;
    let threads = 2 + below(2);
    let mut written = 0;
    let mut parts = vec!["x y d".to_string()];
    for _ in 0..threads {
        let mut steps = Vec::new();
        let mut plain = |writes: bool, place: usize| {
            written += 1;
            let place = ["d", "d", "d", "d", "d", "d", "x", "y"][place];
            if writes { format!("W {place} {written} na") } else { format!("R p {place} na") }
        };
        if below(2) == 0 {
            steps.push(plain(below(2) == 0, below(8)));
        }
        for number in 0..1 + below(2) {
            let (place, register) = (["x", "y"][below(2)], ["a", "b"][number]);
            match ["R", "R", "R", "W", "W", "W", "ADD", "CAS"][below(8)] {
                "W" => {
                    if below(2) == 0 {
                        steps.push(format!("F {}", ["rel", "sc"][below(2)]));
                    }
                    let value = 1 + below(2);
                    steps.push(format!("W {place} {value} {}", ["rlx", "rlx", "rel", "sc"][below(4)]));
                    continue;
                }
                "R" => steps.push(format!("R {register} {place} {}", ["rlx", "rlx", "acq", "sc"][below(4)])),
                "ADD" => steps.push(format!("ADD {register} {place} 1 {}", ["rlx", "acq", "rel", "ar"][below(4)])),
                _ => steps.push(format!("CAS {register} {place} 0 1 {} acq", ["rlx", "ar"][below(2)])),
            }
            if below(2) == 0 {
                steps.push(format!("F {}", ["acq", "ar", "sc"][below(3)]));
            }
            if below(2) == 0 {
                steps.push(format!("{} {register} {}", ["IFEQ", "IFNE"][below(2)], below(2)));
                steps.push(plain(below(2) == 0, below(8)));
                steps.push("END".into());
            }
        }
        parts.push(steps.join("; "));
    }
    parts.join(" | ")
}
