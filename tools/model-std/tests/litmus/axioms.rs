//! Stub.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Final {
    pub registers: Vec<Vec<i32>>,
    pub places: Vec<i32>,
}
