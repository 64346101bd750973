//! Where the guards of a program are dropped.

use crate::flow::{Binding, Call, Flow, Way, What};

/// Whether each guard made on this line is dropped at its end: nothing keeps it, and what it is made for ends on the
/// line.
pub fn lets_go_on(flow: &Flow, line: u32) -> bool {
    let makes = |node: &usize| match &flow.nodes[*node].what {
        What::Method(call, _) => call.place.line == line && (locks(call, 0) || waits(call)),
        What::Call(call) => call.place.line == line && call.words.len() > 1 && (locks(call, 1) || waits(call)),
        _ => false,
    };
    let mut made = (0..flow.nodes.len()).filter(makes).peekable();
    made.peek().is_some() && made.all(|node| end(flow, node) == Some(line))
}

/// Whether a call gives a guard, if it is given this many arguments.
fn locks(call: &Call, given: usize) -> bool {
    const LOCKS: [&str; 6] = ["lock", "try_lock", "read", "try_read", "write", "try_write"];
    call.given == given && LOCKS.contains(&call.name())
}

/// Whether a call gives back the guard that it is given.
fn waits(call: &Call) -> bool {
    const WAITS: [&str; 5] = ["wait", "wait_while", "wait_timeout", "wait_timeout_ms", "wait_timeout_while"];
    call.given > 0 && WAITS.contains(&call.name())
}

/// The line on which the guard that this node makes is dropped, if nothing keeps it.
fn end(flow: &Flow, made: usize) -> Option<u32> {
    // What gives the guard on, and nothing made of it.
    const OPENS: [&str; 5] = ["unwrap", "expect", "unwrap_or_else", "ok", "into_inner"];
    // Whether what goes on is the guard, or what is borrowed from it.
    let mut is_guard = true;
    let mut node = made;
    loop {
        let here = &flow.nodes[node];
        let Some(above) = here.above else {
            // A variable keeps it, or who called the function.
            let is_kept = !matches!(here.way, Way::Stays | Way::Bound(Binding::None));
            return if is_kept { None } else { end_of_value(flow, node) };
        };
        match (&here.way, &flow.nodes[above].what) {
            // Who calls the closure has it.
            (Way::Same, What::Closure) => return None,
            (Way::Same, What::Reference) => is_guard = false,
            (Way::Same | Way::Part(_) | Way::Element(_), _) => {}
            (Way::Receiver, What::Method(call, _)) if is_guard && OPENS.contains(&call.name()) => {}
            (Way::Argument(_), What::Call(call) | What::Method(call, _))
                if is_guard && (waits(call) || call.name().starts_with(char::is_uppercase)) => {}
            // What is borrowed for a variable is kept as long as that: `let sold = &*till.lock().unwrap();`.
            (Way::Whole, _) if goes_on_as_reference(flow, above) => {}
            (Way::Bound(binding), _) if *binding != Binding::None => return None,
            (Way::Assigned(_) | Way::Item(..) | Way::Returned(_), _) => return None,
            _ => return end_of_value(flow, node),
        }
        node = above;
    }
}

/// Whether this part of a value is borrowed as a whole: `*a` or `a.b` in `&*a` and `&a.b`.
fn goes_on_as_reference(flow: &Flow, mut node: usize) -> bool {
    while flow.nodes[node].way == Way::Whole {
        let Some(above) = flow.nodes[node].above else { return false };
        node = above;
    }
    let node = &flow.nodes[node];
    node.way == Way::Same && node.above.is_some_and(|above| flow.nodes[above].what == What::Reference)
}

/// The line on which what a node makes, and nothing keeps, is dropped: where its statement ends, or its condition.
fn end_of_value(flow: &Flow, mut node: usize) -> Option<u32> {
    loop {
        let here = &flow.nodes[node];
        if let Some(end) = here.ends {
            return Some(end.line);
        }
        node = here.above?;
    }
}

#[cfg(test)]
mod tests {
    use crate::names::Names;

    #[test]
    fn a_guard_without_a_name_is_gone_at_the_end_of_its_statement() {
        // In the second line of a function, whose block may begin there.
        let gone = |line: &str| {
            let ends = if line.ends_with('{') { "\n    }" } else { "" };
            let ends = if line.ends_with("else {") { "\n    return };" } else { ends };
            Names::read(&format!("fn main() {{\n    {line}{ends}\n}}\n")).lets_go_on(2)
        };
        assert!(gone("*till.lock().unwrap() += 1;"));
        assert!(gone("let sold = *till.lock().unwrap();"));
        assert!(gone("let sold = till.lock().unwrap().len();"));
        assert!(gone("let sold = till.lock().unwrap()[0];"));
        assert!(gone("let _ = till.lock().unwrap();"));
        assert!(gone("let other = thread::spawn(|| *till.lock().unwrap() += 1);"));
        assert!(gone("scope.spawn(|| drop(till.lock().unwrap()));"));
        assert!(gone("println!(\"{}\", till.lock().unwrap());"));
        assert!(gone("if till.lock().unwrap().is_empty() {"));
        assert!(gone("while *till.lock().unwrap() < 3 {"));
        assert!(gone("*till.lock().unwrap()"));
        assert!(gone("Mutex::lock(&till).unwrap().push(1);"));
        assert!(gone("let all = [*till.lock().unwrap(), *safe.lock().unwrap()];"));
        assert!(!gone("let drawer = till.lock().unwrap();"));
        assert!(!gone("let mut drawer = till.lock().unwrap_or_else(PoisonError::into_inner);"));
        assert!(!gone("let Ok(drawer) = till.try_lock() else {"));
        assert!(!gone("if let Ok(drawer) = till.try_lock() {"));
        assert!(!gone("if ready && let Some(coin) = till.lock().unwrap().pop() {"));
        assert!(!gone("while let Some(coin) = till.lock().unwrap().pop() {"));
        assert!(!gone("for coin in till.lock().unwrap().iter() {"));
        assert!(!gone("match till.lock().unwrap().pop() {"));
        assert!(!gone("let (a, b) = (till.lock().unwrap(), safe.lock().unwrap());"));
        assert!(!gone("let sold = &*till.lock().unwrap();"));
        assert!(!gone("let sold = &mut till.lock().unwrap().sold;"));
        assert!(!gone("drawer = filled.wait(drawer).unwrap();"));
        assert!(!gone("let drawer = filled.wait(till.lock().unwrap()).unwrap();"));
        assert!(!gone("self.drawer = Some(till.lock().unwrap());"));
        assert!(!gone("let sold = 1;"));
    }

    #[test]
    fn what_ends_on_another_line_is_not_gone_on_this_one() {
        let program = "fn main() {\n    let sold = till\n        .lock()\n        .unwrap()\n        .len();\n    till.lock().unwrap().sell(\n        1,\n    );\n}\nfn open() -> MutexGuard<'static, u8> {\n    TILL.lock().unwrap()\n}\n";
        // What is waited for goes on.
        let waits = "fn main() {\n    let drawer = filled.wait(\n        till.lock().unwrap()).unwrap();\n}\n";
        assert!(!Names::read(waits).lets_go_on(3));
        let names = Names::read(program);
        assert!(![2, 3, 6, 11].into_iter().any(|line| names.lets_go_on(line)));
    }
}
