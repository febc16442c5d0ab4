"""Words that invented Minangkabau people are named with; combined by chance, nobody is meant."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MEN_FIRST = _words(
    "Syafrizal Zulkarnain Gusnaldi Yuharnis Afrizal Syamsuir Nasrul Erizal Masrizal Zulhendri "
    "Yusrizal Dasril Bustamam Syahril Amrizal Hendri Nofrizal Edison Jasman Martias Rusdi "
    "Darmawan Asril Irwan Jufri Mawardi Zainal Nazaruddin Syofyan Efrizal Rizki Bagas Fauzan "
    "Ilham Rafli "
    "Iqbal Habib Fadhil Hafiz Rahmat Taufik Gilang Alfino Aldo Reyhan Arif Yogi Dafa Zikri Farhan"
)
MEN_SECOND = _words(
    "Ananda Putra Pratama Saputra Hakim Hidayat Ramadhan Maulana Oktavian Syahputra Efendi "
    "Chaniago Kurniawan Firdaus Hamdi Rahman Fitra Akbar Wijaya Novrianto Jamal Anwar Ilyas Zaini"
)
WOMEN_FIRST = _words(
    "Yusmaniar Gusnimar Erna Nurhayati Syamsinar Rosmaniar Yurnalis Desmawati Zuraida Asnimar "
    "Nurlaili Yulinar Ermawati Darnis Rafnita Jusmaniar Elfi Warnida Mainar Nuraini Yeni Gustina "
    "Rosmida Syafni Lindawati Annisa Suci Desi Rahmi Fitria Nadya Salsabila Aisyah Zahra Mutia "
    "Ulfa Hanifah Khairani Puti Nabila Wulan Intan Dinda Rani Silvia Melati Yola Vania Tiara Laila"
)
WOMEN_SECOND = _words(
    "Wilis Zahara Ratnasari Rahmadani Oktavia Yanti Fitri Novita Marlina Handayani Permata Sari "
    "Hasanah Putri Aulia Rahmah Susanti Anggraini Safitri Lestari Amelia Maharani Khairunnisa Dewi"
)
# Gelar that many men of a nagari bear once they are grown and married.
GELAR_FIRST = ("Sutan", "Sutan", "Sutan", "Malin", "Rajo", "Pakiah", "Sidi", "Bagindo", "Katik")
GELAR_SECOND = _words(
    "Mudo Sati Marajo Kayo Batuah Mangkuto Sulaiman Bandaro Parmato Sinaro Caniago Saidi Makmur "
    "Palindih Rajo Mantari Panduko Bagindo"
)
DATUAK = (
    "Dt. Rajo Basa",
    "Dt. Bandaro Kuniang",
    "Dt. Paduko Sindo",
    "Dt. Marajo Nan Putiah",
    "Dt. Sinaro Panjang",
    "Dt. Mangkuto Alam",
    "Dt. Rangkayo Basa",
    "Dt. Tumangguang Hitam",
)
SUKU = (
    ("Caniago", 18),
    ("Koto", 15),
    ("Piliang", 14),
    ("Bodi", 8),
    ("Tanjung", 12),
    ("Sikumbang", 10),
    ("Guci", 7),
    ("Jambak", 7),
    ("Pitopang", 5),
    ("Salo", 4),
)
JORONG = (
    "Koto Tuo",
    "Balai Gadang",
    "Sawah Liek",
    "Pincuran Tujuah",
    "Bukik Apit",
    "Kampuang Dalam",
)
STREETS = (
    "Jl. Surau Gadang",
    "Jl. Balai Adat",
    "Jl. Pincuran Tujuah",
    "Jl. Simpang Tigo",
    "Jl. Lapau Panjang",
    "Jl. Bukik Apit",
    "Jl. Tabek Ikan",
    "Jl. Sawah Rantang",
)
BIRTH_PLACES = (
    ("Koto Contoh", 70),
    ("Batang Contoh", 10),
    ("Bukittinggi", 7),
    ("Payakumbuh", 5),
    ("Padang", 5),
    ("Pekanbaru", 2),
    ("Jakarta", 1),
)
