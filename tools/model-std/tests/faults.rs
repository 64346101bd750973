//! The deliberate faults can be planted: what each of them replaces stands once in its file.
//!
//! That they are found is not for a test that runs each time: see `examples/plant_faults`.

#[path = "../examples/plant_faults/list.rs"]
mod list;

use list::FAULTS;
use std::fs;

#[test]
fn each_fault_has_its_place() {
    let workspace = toolchain::tested::package().join("../..");
    for fault in FAULTS {
        let source = fs::read_to_string(workspace.join(fault.file)).expect("a file of the workspace");
        assert_ne!(fault.planted(&source), source, "{}: {}", fault.name, fault.what);
        assert_eq!(FAULTS.iter().filter(|other| other.name == fault.name).count(), 1, "{}", fault.name);
    }
}
