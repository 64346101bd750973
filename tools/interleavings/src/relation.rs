//! Relations between a few things, identified by numbers, and what axioms are made of: union, composition, and whether
//! there is a cycle.

/// A relation, as a matrix of bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    rows: Vec<Vec<u64>>,
}

impl Relation {
    /// The relation of those pairs of numbers below `count` for which `has` is true.
    pub fn of(count: usize, has: impl Fn(usize, usize) -> bool) -> Relation {
        let row = |a: usize| {
            let mut row = vec![0; count.div_ceil(64)];
            (0..count).filter(|&b| has(a, b)).for_each(|b| row[b / 64] |= 1 << (b % 64));
            row
        };
        Relation { rows: (0..count).map(row).collect() }
    }

    /// Whether it holds between these two.
    #[cfg(test)]
    pub fn has(&self, a: usize, b: usize) -> bool {
        self.rows[a][b / 64] >> (b % 64) & 1 == 1
    }

    /// What one or the other relates.
    pub fn or(mut self, other: &Relation) -> Relation {
        for (row, more) in self.rows.iter_mut().zip(&other.rows) {
            add(row, more);
        }
        self
    }

    /// What is related by this one and then by the other.
    pub fn then(&self, other: &Relation) -> Relation {
        let row = |row: &Vec<u64>| {
            let mut reached = vec![0; row.len()];
            numbers(row).for_each(|between| add(&mut reached, &other.rows[between]));
            reached
        };
        Relation { rows: self.rows.iter().map(row).collect() }
    }

    /// Whether it leads from something back to itself.
    pub fn has_cycle(&self) -> bool {
        let mut left: Vec<u64> = vec![0; self.rows.first().map_or(0, Vec::len)];
        (0..self.rows.len()).for_each(|number| left[number / 64] |= 1 << (number % 64));
        // Takes away what nothing leads to, until there is gone of that.
        loop {
            let mut led_to = vec![0; left.len()];
            numbers(&left).for_each(|number| add(&mut led_to, &self.rows[number]));
            led_to.iter_mut().zip(&left).for_each(|(to, left)| *to &= left);
            if led_to == left {
                return left.iter().any(|word| *word != 0);
            }
            left = led_to;
        }
    }
}

fn add(row: &mut [u64], more: &[u64]) {
    row.iter_mut().zip(more).for_each(|(word, more)| *word |= more);
}

fn numbers(row: &[u64]) -> impl Iterator<Item = usize> + '_ {
    row.iter()
        .enumerate()
        .flat_map(|(at, word)| (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit))
}

#[cfg(test)]
mod tests {
    use super::Relation;

    #[test]
    fn one_relation_after_another() {
        let next = Relation::of(70, |a, b| b == a + 1);
        let second = next.then(&next);
        assert!(second.has(62, 64) && !second.has(62, 63) && !second.has(69, 0));
        assert!(next.clone().or(&second).has(3, 4) && next.or(&second).has(3, 5));
    }

    #[test]
    fn a_cycle_is_found_after_a_tail() {
        let chain = Relation::of(70, |a, b| b == a + 1);
        assert!(!chain.has_cycle());
        let back = Relation::of(70, |a, b| (a, b) == (69, 66));
        assert!(chain.or(&back).has_cycle());
        assert!(Relation::of(1, |_, _| true).has_cycle() && !Relation::of(0, |_, _| true).has_cycle());
    }
}
