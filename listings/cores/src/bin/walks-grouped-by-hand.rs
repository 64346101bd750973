//! Three distances, added up in two groupings on one thread

fn main() {
    let [ash, birk, carn] = [0.1, 0.2, 0.3];
    println!("{} km", (ash + birk) + carn);
    println!("{} km", ash + (birk + carn));
}
