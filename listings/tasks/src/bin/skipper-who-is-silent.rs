//! A skipper connects and says nothing

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

fn high_water(harbour: &str) -> &'static str {
    match harbour {
        "Brest" => "06:10\n",
        "Dover" => "11:25\n",
        _ => "unknown\n",
    }
}

// ANCHOR: serve
fn serve(skipper: &TcpStream) -> Result<()> {
    skipper.set_read_timeout(Some(Duration::from_millis(100)))?;
    // ANCHOR_END: serve
    let mut writer = skipper;
    for harbour in BufReader::new(skipper).lines() {
        writer.write_all(high_water(&harbour?).as_bytes())?;
    }
    Ok(())
}

fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut ada = TcpStream::connect(listener.local_addr()?)?;
    let server = thread::spawn(move || serve(&listener.accept()?.0));
    println!("Ada: received {} bytes", ada.read(&mut [0; 64])?);
    println!("server: gave up: {}", server.join().unwrap().is_err());
    Ok(())
}
