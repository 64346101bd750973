//! A tide table reads its questions by the line

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;

fn high_water(harbour: &str) -> &'static str {
    match harbour {
        "Brest" => "06:10\n",
        "Dover" => "11:25\n",
        _ => "unknown\n",
    }
}

// ANCHOR: serve
fn serve(skipper: &TcpStream) -> Result<()> {
    let mut writer = skipper;
    for harbour in BufReader::new(skipper).lines() {
        writer.write_all(high_water(&harbour?).as_bytes())?;
    }
    Ok(())
}
// ANCHOR_END: serve

fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let server = thread::spawn(move || serve(&listener.accept()?.0));
    let mut skipper = TcpStream::connect(address)?;
    skipper.write_all(b"Brest\nDo")?;
    let mut answers = vec![0; 6];
    skipper.read_exact(&mut answers)?;
    skipper.write_all(b"ver\n")?;
    skipper.shutdown(Shutdown::Write)?;
    skipper.read_to_end(&mut answers)?;
    print!("{}", String::from_utf8_lossy(&answers));
    server.join().unwrap()
}
