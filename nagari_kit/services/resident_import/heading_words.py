"""What the headings of residents' lists are called, in the words of many programs."""

from __future__ import annotations

from nagari_kit.services.resident_import.columns import BY_HEADING
from nagari_kit.services.resident_import.known_columns import KEY_OF_OWN_HEADING

NOTHING = ""
"""A column that an import passes over and that nobody needs to hear of."""

PLACE_AND_DATE = "tempat_tanggal_lahir"
"""A column that holds place and date of birth in one cell."""

_WORDS: dict[str, str] = {
    "no_kk": "no kk|nomor kk|nomer kk|no kartu keluarga|nomor kartu keluarga|nkk|nokk|"
    "nomor kk keluarga|no kk 16 digit",
    "nik": "nik|no nik|nomor nik|nomor induk kependudukan|no induk kependudukan|"
    "nomor induk kependudukan nik|no ktp|nomor ktp|nik ktp|nik warga|nik penduduk",
    "nama": "nama|nama lengkap|nama penduduk|nama warga|nama lgkp|nama anggota|"
    "nama anggota keluarga|nama lengkap anggota|nama anggota keluarga nama lengkap",
    "sex": "jk|lp|jenis kelamin|kelamin|jns kelamin|jenis klmin|jkel|jk lkpr|jenis kelamin lp|sex|"
    "jenis kel|jns kel",
    "tempatlahir": "tempat lahir|tmpt lhr|tmp lahir|tempat lhr|tmpt lahir|tpt lahir|tmp lhr|"
    "lahir tempat|kelahiran tempat|kota lahir",
    "tanggallahir": "tanggal lahir|tgl lahir|tgl lhr|tglblnth|tgl bln th|tgl bln thn|tanggal lhr|"
    "lahir tanggal|lahir tgl|kelahiran tanggal|tanggal kelahiran|tgl bulan tahun|tgl bln tahun|"
    "tanggal bulan tahun",
    PLACE_AND_DATE: "tempat tanggal lahir|tempat tgl lahir|ttl|tempat dan tanggal lahir|"
    "tmpt tgl lahir|tempattgl lahir|tempat tgllahir|kelahiran",
    "agama_id": "agama",
    "pendidikan_kk_id": "pendidikan|pendidikan terakhir|pendidikan dalam kk|pddk akhir|pendidikan "
    "akhir|pend terakhir|pddk|pendidikan umum",
    "pendidikan_sedang_id": "pendidikan sekarang|pendidikan sedang ditempuh|pendidikan sedang",
    "pekerjaan_id": "pekerjaan|jenis pekerjaan|mata pencaharian|mata pencaharian pokok|jenis pkrjn|"
    "pkrjn",
    "status_kawin": "status kawin|status perkawinan|stat kwn|status nikah|stat kawin|stts kawin|"
    "status pernikahan|stat hbkel kawin",
    "kk_level": "shdk|hub kel|hubungan keluarga|hubungan dalam kk|hubungan dalam keluarga|"
    "status hubungan dalam keluarga|status hub kel|stat hbkel|hubungan|hub keluarga|"
    "hubungan dengan kepala keluarga|hubungan dg kepala keluarga|status dalam keluarga|"
    "status hubungan keluarga|kedudukan dalam keluarga|hdkrt",
    "warganegara_id": "kewarganegaraan|warga negara|warganegara|wni wna",
    "ayah_nik": "nik ayah",
    "nama_ayah": "ayah|nama ayah|nama lgkp ayah|nama lengkap ayah|nama bapak|bapak|"
    "orang tua ayah|nama orang tua ayah|nama ayah kandung",
    "ibu_nik": "nik ibu",
    "nama_ibu": "ibu|nama ibu|nama lgkp ibu|nama lengkap ibu|orang tua ibu|nama orang tua ibu|"
    "nama ibu kandung",
    "golongan_darah_id": "golongan darah|gol darah|gol drh|gdrh|g drh|goldarah|gol drah",
    "akta_lahir": "nomor akta lahir|no akta lahir|no akte lahir|akta lahir|akte lahir|"
    "nomor akta kelahiran|no akta kelahiran|akta kelahiran",
    "dokumen_pasport": "nomor paspor|no paspor|paspor",
    "tanggal_akhir_paspor": "tanggal akhir paspor|paspor berlaku sampai|tgl akhir paspor",
    "dokumen_kitas": "kitas|no kitas|nomor kitas|kitap|kitas kitap",
    "akta_perkawinan": "nomor akta kawin|no akta kawin|nomor akta perkawinan|no akta perkawinan|"
    "akta kawin|akta perkawinan|buku nikah|no buku nikah",
    "tanggalperkawinan": "tanggal kwn|tanggal kawin|tgl kawin|tgl kwn|tanggal perkawinan|"
    "tgl perkawinan|tanggal nikah",
    "akta_perceraian": "nomor akta cerai|no akta cerai|akta cerai|nomor akta perceraian",
    "tanggalperceraian": "tgl cerai|tanggal cerai|tanggal perceraian",
    "cacat_id": "cacat|kelainan fisik|disabilitas|penyandang cacat|penyandang disabilitas|"
    "kecacatan",
    "cara_kb_id": "cara kb|akseptor kb|kb",
    "hamil": "hamil|status kehamilan|kehamilan",
    "ktp_el": "ktpel|ktp el|ektp|e ktp|ktp elektronik",
    "status_rekam": "status rekam|stat rkm|status perekaman|rekam ktp|status rekam ktp",
    "alamat_sekarang": "alamat sekarang|alamat domisili|domisili",
    "status_dasar": "status dasar|status hidup|status kependudukan",
    "suku": "suku|suku minang|suku adat",
    "tag_id_card": "tag id card|tag kartu",
    "id_asuransi": "asuransi|asuransi kesehatan|jenis asuransi|jaminan kesehatan",
    "no_asuransi": "no asuransi|nomor asuransi|no bpjs|nomor bpjs|no bpjs kesehatan|no kis",
    "lat": "lat|lintang|latitude",
    "lng": "lng|long|bujur|longitude",
    "alamat": "alamat|alamat kk|alamat rumah|alamat lengkap|alamat ktp|alamat keluarga|jalan",
    "dusun": "dusun|jorong|korong|kampung|nama dusun|nama jorong|nama korong|lingkungan|"
    "jorong dusun|dusun jorong|wilayah",
    "rw": "rw|no rw",
    "rt": "rt|no rt",
    "phone": "telepon|no telepon|no hp|nomor hp|hp|no telp|telp|handphone|nomor telepon|no wa",
    "email": "email|surel|e mail",
    "kaum": "kaum",
    "penghulu": "penghulu|datuak|niniak mamak|ninik mamak",
    "ethnic_group": "suku bangsa|etnis|etnis suku",
    NOTHING: "no|nomor|no urut|nomor urut|nourut|urut|kecamatan|desa kel|desa|kelurahan|nagari|"
    "kabupaten|kabupaten kota|provinsi|propinsi|deskripsi pekerjaan|cetak ktp|ganti ktp|"
    "ktp berakhir|petugas registrasi|tgl ubah|petugas entri|tgl entri|umur|usia|wjb ktp|wajib ktp|"
    "nama kk|nama kepala keluarga|kepala keluarga|nama kep kel|foto|tanda tangan|kode pos|"
    "kode desa|nama desa|nama kecamatan|negara|alasan ditolak",
}


def plain(text: str) -> str:
    """A heading's letters and digits alone: `Tgl. Lahir` and `TGL_LAHIR` are one."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


KEY_OF: dict[str, str] = {
    plain(word): key for key, words in _WORDS.items() for word in words.split("|")
}
"""Plain heading -> key of the column, NOTHING for one to pass over."""

for _heading, _own_key in KEY_OF_OWN_HEADING.items():
    KEY_OF.setdefault(plain(_heading), _own_key)
for _heading in BY_HEADING:
    KEY_OF.setdefault(plain(_heading), _heading)
