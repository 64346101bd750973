//! A skipper asks a tide table for two harbours

use std::io::{Read, Result, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;

fn high_water(harbour: &str) -> &'static str {
    match harbour {
        "Brest" => "06:10\n",
        "Dover" => "11:25\n",
        _ => "unknown\n",
    }
}

// ANCHOR: program
fn serve(mut skipper: TcpStream) -> Result<()> {
    let mut bytes = [0; 64];
    loop {
        let length = skipper.read(&mut bytes)?;
        if length == 0 {
            return Ok(());
        }
        for harbour in String::from_utf8_lossy(&bytes[..length]).lines() {
            skipper.write_all(high_water(harbour).as_bytes())?;
        }
    }
}

fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let server = thread::spawn(move || serve(listener.accept()?.0));
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
// ANCHOR_END: program
