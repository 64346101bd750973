//! Schedules for the tests of words.

use catalog::{Ending, Extent, Kind, Outcome, Schedules};

/// Schedules that come to these outcomes, each by so many of them.
pub fn schedules(count: &str, outcomes: &[(Ending, &str)]) -> Schedules {
    let outcome = |(ends, count): &(Ending, &str)| Outcome {
        prints: String::new(),
        ends: ends.clone(),
        schedules: Some((*count).to_string()),
        schedule: vec![],
        edges: vec![],
        weak_schedules: None,
        needs: vec![],
    };
    Schedules {
        memory: catalog::Memory::default(),
        synchronises: vec![],
        load_buffering: vec![],
        leaks: vec![],
        extent: Extent::whole(count),
        threads: vec!["main".into()],
        holdings: vec![],
        choices: vec![],
        steps: vec![],
        states: vec![],
        outcomes: outcomes.iter().map(outcome).collect(),
    }
}

/// Two ordinary outcomes, so many of memory, and so many of the library.
pub fn permitting(by_memory: usize, by_library: usize) -> Schedules {
    use Ending::Returned;
    let mut found = schedules("69", &[(Returned, "60"), (Returned, "9")]);
    found.choices = vec![
        catalog::Choice(Kind::ReadsOld, "main reads an old `0` from `x`".into()),
        catalog::Choice(Kind::WithoutReason, "`wait` returns without a reason".into()),
    ];
    let ordinary = found.outcomes[0].clone();
    let needing = |needs: Vec<usize>, weak: Option<&str>| Outcome {
        schedules: None,
        weak_schedules: weak.map(str::to_string),
        needs,
        ..ordinary.clone()
    };
    found.outcomes.extend(vec![needing(vec![0], Some("1200")); by_memory]);
    // What needs both is the library's.
    found.outcomes.extend(vec![needing(vec![0, 1], None); by_library]);
    found
}
