<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Jedes Ihrer Fotos finden: einfach sagen, was darauf ist – auf Ihrem eigenen Computer.</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Apache License 2.0</translation>
    </message>
    <message>
        <source>Made with</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Entstanden mit</translation>
    </message>
    <message>
        <source>The window (LGPL 3)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Das Fenster (LGPL 3)</translation>
    </message>
    <message>
        <source>Running models (BSD 3-Clause, Apache 2.0)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Ausführen der Modelle (BSD 3-Clause, Apache 2.0)</translation>
    </message>
    <message>
        <source>Finding the nearest (Apache 2.0, BSD 3-Clause)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Finden der ähnlichsten (Apache 2.0, BSD 3-Clause)</translation>
    </message>
    <message>
        <source>The catalogue (public domain, MIT)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Der Katalog (gemeinfrei, MIT)</translation>
    </message>
    <message>
        <source>Reading photos (MIT-CMU)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Lesen der Fotos (MIT-CMU)</translation>
    </message>
    <message>
        <source>HEIC and RAW (libheif and LibRaw: LGPL)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>HEIC und RAW (libheif und LibRaw: LGPL)</translation>
    </message>
    <message>
        <source>Icons (ISC)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Symbole (ISC)</translation>
    </message>
    <message>
        <source>Models and photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Modelle und Fotos</translation>
    </message>
    <message>
        <source>The built-in model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Das eingebaute Modell</translation>
    </message>
    <message>
        <source>EfficientNet-Lite2 and MiniLM, taught together on Flickr8k, PASCAL VOC and COCO. Its weights are for research and private use.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>EfficientNet-Lite2 und MiniLM, gemeinsam trainiert mit Flickr8k, PASCAL VOC und COCO. Die Gewichte sind für Forschung und privaten Gebrauch bestimmt.</translation>
    </message>
    <message>
        <source>The sample photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Die Beispielfotos</translation>
    </message>
    <message>
        <source>CC0, public domain, CC BY and CC BY-SA; each names its author and licence.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>CC0, gemeinfrei, CC BY und CC BY-SA; bei jedem sind Urheber und Lizenz angegeben.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add folder…</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Choose a folder with photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Einen Ordner mit Fotos auswählen</translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mit Beispielfotos ausprobieren</translation>
    </message>
    <message>
        <source>Add a few dozen photos that come with Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Einige Dutzend Fotos hinzufügen, die Recollect mitbringt</translation>
    </message>
    <message>
        <source>What is new on this card?</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Was ist neu auf dieser Speicherkarte?</translation>
    </message>
    <message>
        <source>See which photos you already have</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Sehen, welche Fotos Sie schon haben</translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Nach neuen Fotos suchen</translation>
    </message>
    <message>
        <source>Look over all folders now</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Jetzt alle Ordner durchsehen</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How Recollect works and looks</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Wie Recollect arbeitet und aussieht</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Recollect beenden</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>To the question before</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Zur vorigen Suche</translation>
    </message>
    <message>
        <source>Forward</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>To the question after</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Zur nächsten Suche</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen photos as files</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Die ausgewählten Fotos als Dateien kopieren</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the photo&apos;s picture, for a letter or a chat</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Das Bild selbst kopieren, etwa für einen Brief oder Chat</translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy where the chosen photos are</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Kopieren, wo die ausgewählten Fotos liegen</translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Search with the picture you copied</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mit dem kopierten Bild suchen</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Choose all photos shown</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Alle angezeigten Fotos auswählen</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Type what you look for</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Eingeben, was Sie suchen</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Keep it in the side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>In der Seitenleiste behalten</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What you asked before</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Make thumbnails larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Vorschaubilder vergrößern</translation>
    </message>
    <message>
        <source>Smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Make thumbnails smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Vorschaubilder verkleinern</translation>
    </message>
    <message>
        <source>Side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show what the photos can be narrowed by</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Anzeigen, womit sich die Fotos eingrenzen lassen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Show the matches over the years</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Die Treffer über die Jahre anzeigen</translation>
    </message>
    <message>
        <source>Outlines</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Outline the part that a photo was found by</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Den Teil umranden, durch den ein Foto gefunden wurde</translation>
    </message>
    <message>
        <source>Show the rest</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Rest anzeigen</translation>
    </message>
    <message>
        <source>Show photos that match less, too</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Auch Fotos anzeigen, die weniger gut passen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Look at the photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Das Foto ansehen</translation>
    </message>
    <message>
        <source>Quick preview</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Schnellansicht</translation>
    </message>
    <message>
        <source>Show the photo large, as long as you like</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Das Foto groß anzeigen, solange Sie möchten</translation>
    </message>
    <message>
        <source>Regions</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Click a part of the photo to learn what it is, and find more of it</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Auf einen Teil des Fotos klicken, um zu erfahren, was es ist, und mehr davon zu finden</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Warum das passt</translation>
    </message>
    <message>
        <source>Show which parts of the photo agree with your words</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Zeigen, welche Teile des Fotos zu Ihren Worten passen</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Two to four photos side by side</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Zwei bis vier Fotos nebeneinander</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <extracomment>app/actions.py</extracomment>
        <translation>In anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Open the photo in the program you use for pictures</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Das Foto in Ihrem Bildprogramm öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Open the folder with this photo chosen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Den Ordner öffnen, mit diesem Foto ausgewählt</translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>Find photos that look like this one</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Fotos suchen, die diesem ähnlich sehen</translation>
    </message>
    <message>
        <source>More like this</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Move the question towards this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Die Suche in Richtung dieses Fotos lenken</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Weniger davon</translation>
    </message>
    <message>
        <source>Move the question away from this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Die Suche von diesem Foto weglenken</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Mark as a favourite, or no longer</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Als Favorit markieren oder nicht mehr</translation>
    </message>
    <message>
        <source>Hide this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Foto ausblenden</translation>
    </message>
    <message>
        <source>Leave it out of the results; type is:hidden to see it</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Nicht mehr in den Ergebnissen anzeigen; mit is:hidden wieder zu sehen</translation>
    </message>
    <message>
        <source>Exclude this folder</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Diesen Ordner ausschließen</translation>
    </message>
    <message>
        <source>Leave the photo&apos;s folder out of the library</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Den Ordner des Fotos aus der Bibliothek ausschließen</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>app/actions.py</extracomment>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Move the file to the system&apos;s trash; asks first</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Die Datei in den Papierkorb des Systems legen; fragt vorher nach</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Find photos you have twice</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Fotos finden, die Sie doppelt haben</translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Dateien, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Library health</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Zustand der Bibliothek</translation>
    </message>
    <message>
        <source>Check, repair, back up</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Prüfen, reparieren, sichern</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>What reads your photos and words</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Was Ihre Fotos und Wörter liest</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>How to search, shortcuts, privacy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Wie man sucht, Tastenkürzel, Datenschutz</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>List all keys</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Alle Tasten auflisten</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Every use of the network</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Jede Nutzung des Netzwerks</translation>
    </message>
    <message>
        <source>About Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Über Recollect</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <extracomment>app/actions.py</extracomment>
        <translation>B&amp;ibliothek</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Alternative</name>
    <message>
        <source>{percent} likely. Find photos of “{name}”</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>{percent} wahrscheinlich. Fotos von „{name}“ suchen</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <extracomment>app/viewer/canvas.py</extracomment>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>The chosen part</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Der gewählte Teil</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Nichts wählen</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>It may also be</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Es könnte auch sein</translation>
    </message>
    <message>
        <source>Find photos with this</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Fotos damit suchen</translation>
    </message>
    <message>
        <source>Search for this part instead of what was asked (Enter)</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Nach diesem Teil suchen statt nach dem, was gefragt war (Eingabe)</translation>
    </message>
    <message>
        <source>Add to the question</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Zur Frage hinzufügen</translation>
    </message>
    <message>
        <source>Ask for photos with this part, and for what was asked before</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Nach Fotos mit diesem Teil und dem bisher Gefragten suchen</translation>
    </message>
    <message>
        <source>Your box</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Ihr Rahmen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>No word of the list fits well</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Kein Wort der Liste passt gut</translation>
    </message>
    <message>
        <source>{percent} of the photo</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>{percent} des Fotos</translation>
    </message>
    <message>
        <source>Nearest words</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Nächste Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>%Ln Teil</numerusform>
            <numerusform>%Ln Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Compares what is cut out here with whole photos.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Vergleicht den Ausschnitt mit ganzen Fotos.</translation>
    </message>
    <message>
        <source>Compares with the parts of your photos.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Vergleicht mit den Teilen Ihrer Fotos.</translation>
    </message>
    <message numerus="yes">
        <source>Compares with the parts of %Ln photo(s) looked into so far.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>Vergleicht mit den Teilen des %Ln bisher angesehenen Fotos.</numerusform>
            <numerusform>Vergleicht mit den Teilen der %Ln bisher angesehenen Fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>under {percent}</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>unter {percent}</translation>
    </message>
    <message>
        <source>Very sure</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Sehr sicher</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Ziemlich sicher</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Unclear</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Unklar</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Looking at the card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Speicherkarte wird durchgesehen</translation>
    </message>
    <message>
        <source>Add this folder</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Diesen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Watch this folder: its new photos become part of the library</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Diesen Ordner überwachen: Seine neuen Fotos kommen in die Bibliothek</translation>
    </message>
    <message>
        <source>Copy the list of new photos</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Liste der neuen Fotos kopieren</translation>
    </message>
    <message>
        <source>Copy where the new photos are, as text</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Als Text kopieren, wo die neuen Fotos liegen</translation>
    </message>
    <message>
        <source>Look at another</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Weitere durchsehen</translation>
    </message>
    <message>
        <source>Choose another folder or card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Einen anderen Ordner oder eine andere Speicherkarte auswählen</translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Fotos werden gezählt: {count}</translation>
    </message>
    <message>
        <source>Looking at {done} of {total}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>{done} von {total} durchgesehen</translation>
    </message>
    <message>
        <source>There are no photos in this folder.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>In diesem Ordner sind keine Fotos.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already here</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln schon vorhanden</numerusform>
            <numerusform>%Ln schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the library has in another size</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln in anderer Größe vorhanden</numerusform>
            <numerusform>%Ln in anderer Größe vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardWall</name>
    <message>
        <source>Photos of the card</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>Fotos der Speicherkarte</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>In the library in another size</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>In anderer Größe vorhanden</translation>
    </message>
    <message>
        <source>Already here</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>In the library: {place}. Click to show it.</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>In der Bibliothek: {place}. Zum Anzeigen klicken.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take this out of the question (Esc)</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Aus der Suche entfernen (Esc)</translation>
    </message>
    <message>
        <source>Parts of photos like this: {part} in {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Teile von Fotos wie dieser: {part} in {name}</translation>
    </message>
    <message>
        <source>Less like: {what}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Weniger wie: {what}</translation>
    </message>
    <message>
        <source>Ask for more of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Mehr davon suchen</translation>
    </message>
    <message>
        <source>Ask for less of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Weniger davon suchen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>The wheel makes it count more or less</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Mit dem Mausrad zählt es mehr oder weniger</translation>
    </message>
    <message>
        <source>Similar to</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Ähnlich wie</translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>In</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Added</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Lens</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Shape</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>Near</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Nahe</translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Keyword</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>part of {name}</source>
        <extracomment>app/query_bar/faces.py</extracomment>
        <translation>Teil von {name}</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Ähnlich wie {name}</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Between the whole photos and 100 % (0, 1)</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Zwischen ganzen Fotos und 100 % wechseln (0, 1)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom and move together</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Gemeinsam zoomen und bewegen</translation>
    </message>
    <message>
        <source>Compare photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Fotos vergleichen</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Zoom: {scale}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Recollect has made a mistake</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Recollect hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Your photos and your library are safe. You can go on, but starting again is wiser. The details help the developers; they may hold names of your folders.</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Ihre Fotos und Ihre Bibliothek sind sicher. Sie können weitermachen, aber ein Neustart ist besser. Die Details helfen den Entwicklern; sie können Namen Ihrer Ordner enthalten.</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Die Details kopieren</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Restart Recollect</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Recollect neu starten</translation>
    </message>
</context>
<context>
    <name>DropGuide</name>
    <message>
        <source>Drop folders to add them, or a picture to find similar photos</source>
        <extracomment>app/dropping.py</extracomment>
        <translation>Ordner ablegen, um sie hinzuzufügen, oder ein Bild, um ähnliche Fotos zu finden</translation>
    </message>
</context>
<context>
    <name>DuplicateWall</name>
    <message>
        <source>Groups of photos</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Gruppen von Fotos</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>%Ln in den Papierkorb</numerusform>
            <numerusform>%Ln in den Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Größtes</translation>
    </message>
    <message>
        <source>Most detail</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Meiste Details</translation>
    </message>
    <message>
        <source>Oldest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Ältestes</translation>
    </message>
    <message>
        <source>Original name</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Originalname</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>in den Papierkorb</translation>
    </message>
    <message>
        <source>stays</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>group {number} of {count}</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Gruppe {number} von {count}</translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Das Laufwerk dieses Fotos ist nicht verbunden.</translation>
    </message>
    <message>
        <source>See these photos side by side (C)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Diese Fotos nebeneinander ansehen (C)</translation>
    </message>
    <message>
        <source>Do not show this group again (N)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Diese Gruppe nicht mehr anzeigen (N)</translation>
    </message>
    <message>
        <source>Move the photos marked Trash to the trash (Del)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Die mit „Papierkorb“ markierten Fotos in den Papierkorb legen (Entf)</translation>
    </message>
    <message>
        <source>This photo stays (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Dieses Foto bleibt (Leertaste)</translation>
    </message>
    <message>
        <source>This photo is to go to the trash (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Dieses Foto soll in den Papierkorb (Leertaste)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>{size} könnten frei werden</translation>
    </message>
    <message>
        <source>Trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Papierkorb</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Looking for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Duplikate werden gesucht</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Duplikate suchen</translation>
    </message>
    <message>
        <source>Compare all photos of the library again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Alle Fotos der Bibliothek erneut vergleichen</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Move all photos marked Trash in this list to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Alle mit „Papierkorb“ markierten Fotos dieser Liste in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Same file</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Gleiche Datei</translation>
    </message>
    <message>
        <source>Same picture saved again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Gleiches Bild, neu gespeichert</translation>
    </message>
    <message>
        <source>Same moment</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Gleicher Moment</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Sehr ähnlich</translation>
    </message>
    <message>
        <source>The very same file, stored more than once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Genau dieselbe Datei, mehrfach gespeichert.</translation>
    </message>
    <message>
        <source>One picture in several sizes, qualities or formats.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Ein Bild in mehreren Größen, Qualitäten oder Formaten.</translation>
    </message>
    <message>
        <source>Taken within moments of each other. Nothing is marked for you here.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Kurz nacheinander aufgenommen. Hier ist nichts vorab markiert.</translation>
    </message>
    <message>
        <source>Different photos that look much alike. Nothing is marked for you here; compare first.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Verschiedene Fotos, die sich sehr ähneln. Hier ist nichts vorab markiert; vergleichen Sie zuerst.</translation>
    </message>
    <message>
        <source>Getting ready to compare</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Der Vergleich wird vorbereitet</translation>
    </message>
    <message>
        <source>Comparing {done} of {total}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>{done} von {total} verglichen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Find photos you have more than once</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Fotos finden, die Sie mehrfach haben</translation>
    </message>
    <message>
        <source>Recollect compares what it knows of your photos. You decide what goes to the trash.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Recollect vergleicht, was es über Ihre Fotos weiß. Sie entscheiden, was in den Papierkorb kommt.</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>Every photo in your library is there only once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Jedes Foto Ihrer Bibliothek gibt es nur einmal.</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>None of this kind</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Keine dieser Art</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{photos}, {size} to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>{photos}, {size} in den Papierkorb</translation>
    </message>
    <message>
        <source>Nothing is marked for the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Nichts ist für den Papierkorb markiert</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln in den Papierkorb</numerusform>
            <numerusform>%Ln in den Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>One photo of a group that can be reached always stays.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Von jeder Gruppe bleibt immer ein erreichbares Foto.</translation>
    </message>
    <message>
        <source>Compared just now</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Gerade eben verglichen</translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln minute(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Vor %Ln Minute verglichen</numerusform>
            <numerusform>Vor %Ln Minuten verglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln hour(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Vor %Ln Stunde verglichen</numerusform>
            <numerusform>Vor %Ln Stunden verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared on {date}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Am {date} verglichen</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Choose…</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>See the models on this computer</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Die Modelle auf diesem Computer ansehen</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is not a picture Recollect can read.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation>Die Datei ist kein Bild, das Recollect lesen kann.</translation>
    </message>
    <message>
        <source>Open it in another program; if it opens there, save a copy as JPEG.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation>Öffnen Sie sie in einem anderen Programm; wenn es dort geht, speichern Sie eine Kopie als JPEG.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <extracomment>photo.empty</extracomment>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <extracomment>photo.empty</extracomment>
        <translation>Kopieren Sie sie noch einmal von dort, wo sie herkommt.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the file.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation>Recollect darf die Datei nicht lesen.</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions so that you can read it.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation>Ändern Sie die Zugriffsrechte der Datei so, dass Sie sie lesen können.</translation>
    </message>
    <message>
        <source>The picture has {megapixels} megapixels, more than the {limit} Recollect opens.</source>
        <extracomment>photo.too_large</extracomment>
        <translation>Das Bild hat {megapixels} Megapixel, mehr als die {limit}, die Recollect öffnet.</translation>
    </message>
    <message>
        <source>Save a smaller copy, or raise the limit in Settings.</source>
        <extracomment>photo.too_large</extracomment>
        <translation>Speichern Sie eine kleinere Kopie, oder erhöhen Sie die Grenze in den Einstellungen.</translation>
    </message>
    <message>
        <source>The file is {size_mb} MB, more than the {limit_mb} MB Recollect reads.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation>Die Datei hat {size_mb} MB, mehr als die {limit_mb} MB, die Recollect liest.</translation>
    </message>
    <message>
        <source>Save a smaller copy.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation>Speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The file ends too early: only {percent} % of the picture is there.</source>
        <extracomment>photo.truncated</extracomment>
        <translation>Die Datei endet zu früh: Nur {percent} % des Bildes sind vorhanden.</translation>
    </message>
    <message>
        <source>Copy it again from the camera or a backup.</source>
        <extracomment>photo.truncated</extracomment>
        <translation>Kopieren Sie sie noch einmal von der Kamera oder aus einer Sicherung.</translation>
    </message>
    <message>
        <source>The RAW file holds no preview picture.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation>Die RAW-Datei enthält kein Vorschaubild.</translation>
    </message>
    <message>
        <source>Export a JPEG beside it from your RAW program.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation>Exportieren Sie aus Ihrem RAW-Programm ein JPEG daneben.</translation>
    </message>
    <message>
        <source>The picture is {width} × {height} pixels, too narrow to show.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation>Das Bild hat {width} × {height} Pixel und ist zu schmal, um es anzuzeigen.</translation>
    </message>
    <message>
        <source>Crop it to a wider shape.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation>Schneiden Sie es auf eine breitere Form zu.</translation>
    </message>
    <message>
        <source>The file is in the cloud and not on this computer.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation>Die Datei liegt in der Cloud und nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Make it available offline, then it will be indexed.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation>Machen Sie sie offline verfügbar, dann wird sie eingelesen.</translation>
    </message>
    <message>
        <source>The encoder could not make sense of the picture.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation>Das Modell konnte mit dem Bild nichts anfangen.</translation>
    </message>
    <message>
        <source>It is tried again when the file or the model changes.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation>Es wird erneut versucht, wenn sich die Datei oder das Modell ändert.</translation>
    </message>
    <message>
        <source>The drive could not read the file ({detail}).</source>
        <extracomment>photo.not_read</extracomment>
        <translation>Das Laufwerk konnte die Datei nicht lesen ({detail}).</translation>
    </message>
    <message>
        <source>Check the drive and its cable; the file is tried again at the next look.</source>
        <extracomment>photo.not_read</extracomment>
        <translation>Prüfen Sie das Laufwerk und sein Kabel; die Datei wird beim nächsten Durchsehen erneut versucht.</translation>
    </message>
    <message>
        <source>There was not enough memory to open the picture.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation>Der Arbeitsspeicher reichte nicht, um das Bild zu öffnen.</translation>
    </message>
    <message>
        <source>Close other programs; it is tried again at the next look.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation>Schließen Sie andere Programme; beim nächsten Durchsehen wird es erneut versucht.</translation>
    </message>
    <message>
        <source>There is no photo at {path}.</source>
        <extracomment>photo.not_found</extracomment>
        <translation>Unter {path} gibt es kein Foto.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <extracomment>photo.not_found, model.missing</extracomment>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>There is no folder at {path}.</source>
        <extracomment>folder.missing</extracomment>
        <translation>Unter {path} gibt es keinen Ordner.</translation>
    </message>
    <message>
        <source>Check the path, or connect the drive.</source>
        <extracomment>folder.missing</extracomment>
        <translation>Prüfen Sie den Pfad, oder verbinden Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation>{path} ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Name the folder that holds it.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation>Geben Sie den Ordner an, in dem sie liegt.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to look into {path}.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation>Recollect darf nicht in {path} hineinsehen.</translation>
    </message>
    <message>
        <source>Change the folder&apos;s permissions so that you can open it.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation>Ändern Sie die Zugriffsrechte des Ordners so, dass Sie ihn öffnen können.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be reached.</source>
        <extracomment>folder.offline</extracomment>
        <translation>Der Ordner {path} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>folder.offline</extracomment>
        <translation>Verbinden Sie das Laufwerk oder die Freigabe; alles, was über die Fotos bekannt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{path} is not one of the library&apos;s folders.</source>
        <extracomment>folder.unknown</extracomment>
        <translation>{path} gehört nicht zu den Ordnern der Bibliothek.</translation>
    </message>
    <message>
        <source>See the list with: recollect folders list</source>
        <extracomment>folder.unknown</extracomment>
        <translation>Die Liste zeigt: recollect folders list</translation>
    </message>
    <message>
        <source>{path} is Recollect&apos;s own data folder.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation>{path} ist der Datenordner von Recollect selbst.</translation>
    </message>
    <message>
        <source>Choose a folder with photos.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation>Wählen Sie einen Ordner mit Fotos aus.</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached, so {path} is looked at every {seconds} s instead.</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation>Die Grenze des Systems für überwachte Ordner ist erreicht; {path} wird stattdessen alle {seconds} s durchgesehen.</translation>
    </message>
    <message>
        <source>Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation>Erhöhen Sie sie mit: sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Line {line} of what is left out cannot be read ({detail}).</source>
        <extracomment>exclude.bad_pattern</extracomment>
        <translation>Zeile {line} der Ausschlüsse ist nicht lesbar ({detail}).</translation>
    </message>
    <message>
        <source>Write it as in a .gitignore file, for instance: *.tmp</source>
        <extracomment>exclude.bad_pattern</extracomment>
        <translation>Schreiben Sie sie wie in einer .gitignore-Datei, zum Beispiel: *.tmp</translation>
    </message>
    <message>
        <source>Line {line} of your vocabulary cannot be read ({detail}).</source>
        <extracomment>labels.bad_vocabulary</extracomment>
        <translation>Zeile {line} Ihres Vokabulars ist nicht lesbar ({detail}).</translation>
    </message>
    <message>
        <source>Write one term a line; its plural may follow after a tab.</source>
        <extracomment>labels.bad_vocabulary</extracomment>
        <translation>Schreiben Sie einen Begriff pro Zeile; nach einem Tabulator darf die Mehrzahl folgen.</translation>
    </message>
    <message>
        <source>The list of names has no words.</source>
        <extracomment>labels.empty_vocabulary</extracomment>
        <translation>Die Liste der Namen enthält keine Wörter.</translation>
    </message>
    <message>
        <source>Write one word a line, or choose another list.</source>
        <extracomment>labels.empty_vocabulary</extracomment>
        <translation>Schreiben Sie ein Wort je Zeile, oder wählen Sie eine andere Liste.</translation>
    </message>
    <message>
        <source>The library was made by a newer Recollect (catalogue {found}, this program knows {known}).</source>
        <extracomment>catalogue.newer</extracomment>
        <translation>Die Bibliothek stammt von einem neueren Recollect (Katalog {found}, dieses Programm kennt {known}).</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <extracomment>catalogue.newer</extracomment>
        <translation>Installieren Sie die neuere Version; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The library&apos;s catalogue is damaged ({detail}).</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation>Der Katalog der Bibliothek ist beschädigt ({detail}).</translation>
    </message>
    <message>
        <source>Run recollect check --repair: it takes the newest copy, or reads your photos anew.</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation>Führen Sie recollect check --repair aus: Es nimmt die neueste Kopie oder liest Ihre Fotos neu ein.</translation>
    </message>
    <message>
        <source>The library could not be brought to this version ({detail}). The copy made before was put back.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation>Die Bibliothek konnte nicht auf diese Version gebracht werden ({detail}). Die zuvor angelegte Kopie wurde zurückgespielt.</translation>
    </message>
    <message>
        <source>Start the earlier version, or send the file {failed} to the developers.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation>Starten Sie die frühere Version, oder schicken Sie die Datei {failed} an die Entwickler.</translation>
    </message>
    <message>
        <source>The library is open read-only, because {why}.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation>Die Bibliothek ist schreibgeschützt geöffnet, weil {why}.</translation>
    </message>
    <message>
        <source>Close the program that has it open; if none has, make its folder writable.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation>Schließen Sie das Programm, das sie geöffnet hat; gibt es keines, machen Sie ihren Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the library in {path}.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation>Recollect darf die Bibliothek in {path} nicht lesen.</translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files, or choose another place with RECOLLECT_HOME.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation>Ändern Sie die Zugriffsrechte des Ordners und seiner Dateien, oder wählen Sie mit RECOLLECT_HOME einen anderen Ort.</translation>
    </message>
    <message>
        <source>The library is in use by {owner}.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation>Die Bibliothek wird gerade von {owner} benutzt.</translation>
    </message>
    <message>
        <source>Close that program, or wait until it is done.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation>Schließen Sie dieses Programm, oder warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The disk with {path} cannot lock files ({detail}), so two programs could spoil the library.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation>Der Datenträger mit {path} kann keine Dateien sperren ({detail}), daher könnten zwei Programme die Bibliothek beschädigen.</translation>
    </message>
    <message>
        <source>Keep the library on a disk of this computer: set RECOLLECT_HOME.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation>Bewahren Sie die Bibliothek auf einem Datenträger dieses Computers auf: Setzen Sie RECOLLECT_HOME.</translation>
    </message>
    <message>
        <source>The disk with {path} is full ({free_mb} MB free, about {needed_mb} MB needed).</source>
        <extracomment>disk.full</extracomment>
        <translation>Der Datenträger mit {path} ist voll ({free_mb} MB frei, etwa {needed_mb} MB nötig).</translation>
    </message>
    <message>
        <source>Free some space; indexing goes on from where it stopped.</source>
        <extracomment>disk.full</extracomment>
        <translation>Schaffen Sie Platz; das Einlesen geht dort weiter, wo es stehen geblieben ist.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to write to {path}.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation>Recollect darf nicht in {path} schreiben.</translation>
    </message>
    <message>
        <source>Choose another place with RECOLLECT_HOME, or change the folder&apos;s permissions.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation>Wählen Sie mit RECOLLECT_HOME einen anderen Ort, oder ändern Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>{path} is a file, so there is no room for a library.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation>{path} ist eine Datei, dort ist kein Platz für eine Bibliothek.</translation>
    </message>
    <message>
        <source>Name a folder with RECOLLECT_HOME.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation>Geben Sie mit RECOLLECT_HOME einen Ordner an.</translation>
    </message>
    <message>
        <source>There is no model at {path}.</source>
        <extracomment>model.missing</extracomment>
        <translation>Unter {path} gibt es kein Modell.</translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <extracomment>model.unknown</extracomment>
        <translation>Es gibt kein Modell namens {name}.</translation>
    </message>
    <message>
        <source>See the list with: recollect models list</source>
        <extracomment>model.unknown</extracomment>
        <translation>Die Liste zeigt: recollect models list</translation>
    </message>
    <message>
        <source>{path} is not a model that reads both photos and words ({detail}).</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation>{path} ist kein Modell, das sowohl Fotos als auch Wörter liest ({detail}).</translation>
    </message>
    <message>
        <source>Choose a CLIP, ALIGN, GroupViT, SigLIP or similar folder saved by transformers.</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation>Wählen Sie einen mit transformers gespeicherten Ordner mit CLIP, ALIGN, GroupViT, SigLIP oder Ähnlichem.</translation>
    </message>
    <message>
        <source>{path} is not a model that sees the parts of a photo ({detail}).</source>
        <extracomment>model.not_a_segmenter</extracomment>
        <translation>{path} ist kein Modell, das die Teile eines Fotos sieht ({detail}).</translation>
    </message>
    <message>
        <source>Choose a GroupViT folder saved by transformers.</source>
        <extracomment>model.not_a_segmenter</extracomment>
        <translation>Wählen Sie einen GroupViT-Ordner, den transformers gespeichert hat.</translation>
    </message>
    <message>
        <source>There is no model on this computer that sees the parts of a photo.</source>
        <extracomment>model.segmenter_missing</extracomment>
        <translation>Auf diesem Computer gibt es kein Modell, das die Teile eines Fotos sieht.</translation>
    </message>
    <message>
        <source>Get one on the Models page.</source>
        <extracomment>model.segmenter_missing</extracomment>
        <translation>Holen Sie eines auf der Seite „Modelle“.</translation>
    </message>
    <message>
        <source>{name} cannot tell where in a photo it sees something.</source>
        <extracomment>model.no_map</extracomment>
        <translation>{name} kann nicht sagen, wo in einem Foto es etwas sieht.</translation>
    </message>
    <message>
        <source>Choose another model on the Models page.</source>
        <extracomment>model.no_map</extracomment>
        <translation>Wählen Sie auf der Seite „Modelle“ ein anderes.</translation>
    </message>
    <message>
        <source>{name} could not be downloaded ({detail}).</source>
        <extracomment>model.download</extracomment>
        <translation>{name} konnte nicht heruntergeladen werden ({detail}).</translation>
    </message>
    <message>
        <source>Check the connection and try again; what has arrived is kept.</source>
        <extracomment>model.download</extracomment>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es erneut; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The weights in {path} are not in the safetensors format.</source>
        <extracomment>model.unsafe</extracomment>
        <translation>Die Gewichte in {path} liegen nicht im safetensors-Format vor.</translation>
    </message>
    <message>
        <source>Convert them to safetensors; other formats can run code and are refused.</source>
        <extracomment>model.unsafe</extracomment>
        <translation>Wandeln Sie sie in safetensors um; andere Formate können Code ausführen und werden abgelehnt.</translation>
    </message>
    <message>
        <source>The model in {path} is damaged or incomplete ({detail}).</source>
        <extracomment>model.damaged</extracomment>
        <translation>Das Modell in {path} ist beschädigt oder unvollständig ({detail}).</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <extracomment>model.damaged</extracomment>
        <translation>Laden oder kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the model in {path}.</source>
        <extracomment>model.forbidden</extracomment>
        <translation>Recollect darf das Modell in {path} nicht lesen.</translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files so that you can read them.</source>
        <extracomment>model.forbidden</extracomment>
        <translation>Ändern Sie die Zugriffsrechte des Ordners und seiner Dateien so, dass Sie sie lesen können.</translation>
    </message>
    <message>
        <source>The model in {path} wants to run its own program code.</source>
        <extracomment>model.remote_code</extracomment>
        <translation>Das Modell in {path} will eigenen Programmcode ausführen.</translation>
    </message>
    <message>
        <source>Choose a model that transformers knows by itself.</source>
        <extracomment>model.remote_code</extracomment>
        <translation>Wählen Sie ein Modell, das transformers von sich aus kennt.</translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using smaller batches.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation>Der Speicher des Geräts „{device}“ reicht nicht; es geht in kleineren Gruppen weiter.</translation>
    </message>
    <message>
        <source>Nothing to do; no photo was skipped.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation>Sie müssen nichts tun; kein Foto wurde übersprungen.</translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using the processor.</source>
        <extracomment>device.processor</extracomment>
        <translation>Der Speicher des Geräts „{device}“ reicht nicht; es geht mit dem Prozessor weiter.</translation>
    </message>
    <message>
        <source>Close other programs that use it, then restart Recollect to try again.</source>
        <extracomment>device.processor</extracomment>
        <translation>Schließen Sie andere Programme, die es nutzen, und starten Sie Recollect dann neu, um es wieder zu versuchen.</translation>
    </message>
    <message>
        <source>The {device} stopped answering; using the processor.</source>
        <extracomment>device.lost</extracomment>
        <translation>Das Gerät „{device}“ antwortet nicht mehr; es geht mit dem Prozessor weiter.</translation>
    </message>
    <message>
        <source>Restart Recollect to try it again; no photo was skipped.</source>
        <extracomment>device.lost</extracomment>
        <translation>Starten Sie Recollect neu, um es wieder zu versuchen; kein Foto wurde übersprungen.</translation>
    </message>
    <message>
        <source>There is not enough memory to run the model {name}.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation>Der Arbeitsspeicher reicht nicht, um das Modell {name} auszuführen.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation>Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>There is no {device} on this computer.</source>
        <extracomment>device.unknown</extracomment>
        <translation>Auf diesem Computer gibt es kein Gerät „{device}“.</translation>
    </message>
    <message>
        <source>Choose another device in Settings.</source>
        <extracomment>device.unknown</extracomment>
        <translation>Wählen Sie in den Einstellungen ein anderes Gerät.</translation>
    </message>
    <message>
        <source>The search index is damaged ({detail}); it is being built anew.</source>
        <extracomment>index.damaged</extracomment>
        <translation>Der Suchindex ist beschädigt ({detail}); er wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>Nothing to do; search works meanwhile.</source>
        <extracomment>index.damaged</extracomment>
        <translation>Sie müssen nichts tun; die Suche funktioniert währenddessen.</translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <extracomment>query.empty</extracomment>
        <translation>Es gibt nichts zu suchen.</translation>
    </message>
    <message>
        <source>Type what is in the photo.</source>
        <extracomment>query.empty</extracomment>
        <translation>Geben Sie ein, was auf dem Foto ist.</translation>
    </message>
    <message>
        <source>The query only says what should not be in the photo.</source>
        <extracomment>query.only_minus</extracomment>
        <translation>Die Suche sagt nur, was nicht auf dem Foto sein soll.</translation>
    </message>
    <message>
        <source>Add a word for what should be in it.</source>
        <extracomment>query.only_minus</extracomment>
        <translation>Ergänzen Sie ein Wort für das, was darauf sein soll.</translation>
    </message>
    <message>
        <source>Correct the query at character {position}.</source>
        <extracomment>query.mistake</extracomment>
        <translation>Berichtigen Sie die Suche bei Zeichen {position}.</translation>
    </message>
    <message>
        <source>The library has no photos yet.</source>
        <extracomment>library.empty</extracomment>
        <translation>Die Bibliothek enthält noch keine Fotos.</translation>
    </message>
    <message>
        <source>Add a folder with: recollect index FOLDER</source>
        <extracomment>library.empty</extracomment>
        <translation>Fügen Sie einen Ordner hinzu mit: recollect index ORDNER</translation>
    </message>
    <message>
        <source>{key} cannot be {value}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation>{key} kann nicht {value} sein.</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation>Erlaubt: {allowed}.</translation>
    </message>
    <message>
        <source>There is no setting called {key}.</source>
        <extracomment>settings.unknown</extracomment>
        <translation>Es gibt keine Einstellung namens {key}.</translation>
    </message>
    <message>
        <source>See the list in Settings.</source>
        <extracomment>settings.unknown</extracomment>
        <translation>Die Liste steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>{path} is not a captions file Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation>{path} ist keine Datei mit Bildunterschriften, die Recollect kennt ({detail}).</translation>
    </message>
    <message>
        <source>Use Karpathy&apos;s JSON form or a plain JSON object of file to captions.</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation>Verwenden Sie Karpathys JSON-Form oder ein einfaches JSON-Objekt, das Dateien ihre Bildunterschriften zuordnet.</translation>
    </message>
    <message>
        <source>{path} is not a word list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation>{path} ist keine Wortliste, die Recollect kennt ({detail}).</translation>
    </message>
    <message>
        <source>Write it in TOML: [[word]] with a query, and a pattern where the query&apos;s own words do not do.</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation>Schreiben Sie sie in TOML: [[word]] mit query, und mit pattern, wo die Wörter der Suche nicht genügen.</translation>
    </message>
    <message>
        <source>{path} is not a query list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation>{path} ist keine Liste von Suchen, die Recollect kennt ({detail}).</translation>
    </message>
    <message>
        <source>Write it in TOML: [[query]] with a text, and a pattern or absurd = true.</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation>Schreiben Sie sie in TOML: [[query]] mit text, und mit pattern oder absurd = true.</translation>
    </message>
    <message>
        <source>{path} is not a list of names Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation>{path} ist keine Namensliste, die Recollect kennt ({detail}).</translation>
    </message>
    <message>
        <source>Write one name a line, or a JSON list of names.</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation>Schreiben Sie einen Namen pro Zeile oder eine JSON-Liste von Namen.</translation>
    </message>
    <message>
        <source>{path} is not a folder of photos with masks ({detail}).</source>
        <extracomment>evaluate.bad_masks</extracomment>
        <translation>{path} ist kein Ordner mit Fotos und Masken ({detail}).</translation>
    </message>
    <message>
        <source>Photos are .webp files with a mask of the same name as .png; categories.json lies a folder above.</source>
        <extracomment>evaluate.bad_masks</extracomment>
        <translation>Fotos sind .webp-Dateien mit einer gleichnamigen Maske als .png; categories.json liegt einen Ordner höher.</translation>
    </message>
    <message>
        <source>None of the photos named in {path} is in {folder}.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation>Keines der in {path} genannten Fotos liegt in {folder}.</translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation>Prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Difficulty “{code}”.</source>
        <extracomment>unknown</extracomment>
        <translation>Schwierigkeit „{code}“.</translation>
    </message>
    <message>
        <source>Update Recollect to learn more.</source>
        <extracomment>unknown</extracomment>
        <translation>Aktualisieren Sie Recollect, um mehr zu erfahren.</translation>
    </message>
    <message>
        <source>its file cannot be written</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation>ihre Datei nicht geschrieben werden kann</translation>
    </message>
    <message>
        <source>another program</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>an embedding has a wrong length</source>
        <extracomment>detail of catalogue.damaged</extracomment>
        <translation>eine Einbettung hat eine falsche Länge</translation>
    </message>
    <message>
        <source>its older catalogue has to be brought up to date first</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation>ihr älterer Katalog erst auf den neuesten Stand gebracht werden muss</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>a null character</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>ein Nullzeichen</translation>
    </message>
    <message>
        <source>half a character</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>ein halbes Zeichen</translation>
    </message>
    <message>
        <source>longer than 100 characters</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>länger als 100 Zeichen</translation>
    </message>
    <message>
        <source>a category is written [name]</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>eine Kategorie schreibt man [Name]</translation>
    </message>
    <message>
        <source>more than a term and its plural</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>mehr als ein Wort und seine Mehrzahl</translation>
    </message>
    <message>
        <source>more than 5,000 terms</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>mehr als 5.000 Wörter</translation>
    </message>
    <message>
        <source>not text in UTF-8</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>kein Text in UTF-8</translation>
    </message>
    <message>
        <source>it is being written to</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation>sie wird gerade geschrieben</translation>
    </message>
    <message>
        <source>the settings forbid the network</source>
        <extracomment>detail of model.download</extracomment>
        <translation>die Einstellungen verbieten das Netz</translation>
    </message>
    <message>
        <source>the window</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation>dem Fenster</translation>
    </message>
    <message>
        <source>it sees parts only</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>es sieht nur Teile</translation>
    </message>
    <message>
        <source>no common space</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>kein gemeinsamer Raum</translation>
    </message>
    <message>
        <source>no config.json</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>keine config.json</translation>
    </message>
    <message>
        <source>config.json names no model_type</source>
        <extracomment>detail of</extracomment>
        <translation>config.json nennt keinen model_type</translation>
    </message>
    <message>
        <source>A photo cannot be named here.</source>
        <extracomment>detail of query.mistake</extracomment>
        <translation>Ein Foto kann hier nicht genannt werden.</translation>
    </message>
    <message>
        <source>tensors are missing</source>
        <extracomment>detail of model.damaged</extracomment>
        <translation>Tensoren fehlen</translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} {value}, {photos}, chosen</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>{field} {value}, {photos}, ausgewählt</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>from the camera</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>von der Kamera</translation>
    </message>
    <message>
        <source>from the photo&apos;s description</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>aus der Beschreibung des Fotos</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>aus dem Dateinamen</translation>
    </message>
    <message>
        <source>from the file&apos;s date</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>aus dem Datum der Datei</translation>
    </message>
    <message>
        <source>{number} MP</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>{number} MP</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>S</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>O</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>W</translation>
    </message>
    <message>
        <source>{number} m above the sea</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>{number} m über dem Meer</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>Strip of photos</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Fotoleiste</translation>
    </message>
</context>
<context>
    <name>FiltersDrawer</name>
    <message>
        <source>Filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear all</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Close the filters (Esc)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Filter schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Filter schließen</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Orientation</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Landscape</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Portrait</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Quadratisch</translation>
    </message>
    <message>
        <source>A place</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Stichwörtern</translation>
    </message>
    <message>
        <source>A camera</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>A caption</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>A date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Datum</translation>
    </message>
    <message>
        <source>A favourite</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>RAW</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>RAW</translation>
    </message>
    <message>
        <source>A duplicate</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>Hidden</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>On a drive that is away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Auf getrenntem Laufwerk</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Letztes Jahr</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Photos that belong to no folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos, die zu keinem Ordner gehören</translation>
    </message>
    <message>
        <source>Photos whose description is missing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos, deren Beschreibung fehlt</translation>
    </message>
    <message>
        <source>Embeddings that belong to no photo</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Einbettungen, die zu keinem Foto gehören</translation>
    </message>
    <message>
        <source>Embeddings of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Einbettungen mit falscher Länge</translation>
    </message>
    <message>
        <source>Parts of photos of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Teile von Fotos mit falscher Länge</translation>
    </message>
    <message>
        <source>Parts of photos that belong to no photo</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Teile von Fotos, die zu keinem Foto gehören</translation>
    </message>
    <message>
        <source>Photos whose parts cannot be read</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos, deren Teile nicht gelesen werden können</translation>
    </message>
    <message>
        <source>Remembered texts of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Gemerkte Texte mit falscher Länge</translation>
    </message>
    <message>
        <source>Problems that belong to nothing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Probleme, die zu nichts gehören</translation>
    </message>
    <message>
        <source>Directories without photos</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Verzeichnisse ohne Fotos</translation>
    </message>
    <message>
        <source>Contents no photo has any more</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Inhalte, die kein Foto mehr hat</translation>
    </message>
    <message>
        <source>Photos indexed without an embedding</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Eingelesene Fotos ohne Einbettung</translation>
    </message>
    <message>
        <source>Photos on which the index and the catalogue differ</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos, bei denen Index und Katalog voneinander abweichen</translation>
    </message>
    <message>
        <source>Photos the stored index still has to catch up with</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos, die im gespeicherten Index noch nachzutragen sind</translation>
    </message>
    <message>
        <source>Photos still waiting to be indexed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos, die noch eingelesen werden müssen</translation>
    </message>
    <message>
        <source>Folders that are offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Ordner, die offline sind</translation>
    </message>
    <message>
        <source>Problems listed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Aufgeführte Probleme</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Find any photo by saying what is in it</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Finden Sie jedes Foto: Sagen Sie, was darauf ist</translation>
    </message>
    <message>
        <source>Choose a folder with photos. You can search while it is being read.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Wählen Sie einen Ordner mit Fotos aus. Während des Einlesens können Sie schon suchen.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Einen Ordner mit Fotos auswählen (Strg+O)</translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Mit Beispielfotos ausprobieren</translation>
    </message>
    <message>
        <source>Look around with a few dozen photos that come with Recollect</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Sich mit einigen Dutzend Fotos umsehen, die Recollect mitbringt</translation>
    </message>
    <message>
        <source>The built-in model understands English: ask in English, or import a model that reads your language.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Das eingebaute Modell versteht Englisch: Suchen Sie auf Englisch, oder importieren Sie ein Modell, das Ihre Sprache versteht.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Recollect never changes or sends your photos.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Alles bleibt auf diesem Computer. Recollect verändert und versendet Ihre Fotos nie.</translation>
    </message>
</context>
<context>
    <name>FolderCare</name>
    <message>
        <source>Add a folder with photos</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Einen Ordner mit Fotos hinzufügen</translation>
    </message>
    <message>
        <source>More than {count} photos. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Mehr als {count} Fotos. Während des Einlesens können Sie schon suchen.</translation>
    </message>
    <message>
        <source>{count} photos. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>{count} Fotos. Während des Einlesens können Sie schon suchen.</translation>
    </message>
    <message>
        <source>{count} photos, {time}. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>{count} Fotos, {time}. Während des Einlesens können Sie schon suchen.</translation>
    </message>
    <message>
        <source>Do not add</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Nicht hinzufügen</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>etwa %n Stunde</numerusform>
            <numerusform>etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Nach neuen Fotos suchen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Im Dateimanager anzeigen</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Ausschließen…</translation>
    </message>
    <message>
        <source>Files and folders in here that are not to be indexed</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Dateien und Ordner hierin, die nicht eingelesen werden sollen</translation>
    </message>
    <message>
        <source>Remove from Recollect</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Aus Recollect entfernen</translation>
    </message>
    <message>
        <source>The photos stay where they are</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Die Fotos bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Leave out of “{name}”</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Aus „{name}“ ausschließen</translation>
    </message>
    <message>
        <source>One pattern a line, as in a .gitignore file, for instance: screenshots/ or *.gif</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Ein Muster pro Zeile, wie in einer .gitignore-Datei, zum Beispiel: screenshots/ oder *.gif</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“{name}” was removed. Its photos stay where they are.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>„{name}“ wurde entfernt. Die Fotos bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Recollect looks for photos like the first {most} of these {count} pictures.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Recollect sucht Fotos wie die ersten {most} dieser {count} Bilder.</translation>
    </message>
    <message>
        <source>Recollect takes folders and pictures from this computer.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Recollect nimmt Ordner und Bilder von diesem Computer an.</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Photos</source>
        <extracomment>app/grid/view.py</extracomment>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Strong matches</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Sichere Treffer</translation>
    </message>
    <message>
        <source>In names and keywords</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>In Namen und Stichwörtern</translation>
    </message>
    <message>
        <source>Possible</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>The rest</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Der Rest</translation>
    </message>
    <message>
        <source>Without a date</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Nothing matches clearly. Here are the closest.</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Nichts passt eindeutig. Hier sind die ähnlichsten.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>Show all others, by relevance · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Alle übrigen anzeigen, nach Relevanz · {count}</translation>
    </message>
    <message>
        <source>Show the rest · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Rest anzeigen · {count}</translation>
    </message>
    <message>
        <source>found by: {part}</source>
        <extracomment>app/grid/spoken.py</extracomment>
        <translation>gefunden durch: {part}</translation>
    </message>
    <message>
        <source>The rest, by relevance</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Der Rest, nach Relevanz</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Library health</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Zustand der Bibliothek</translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>See what could not be read, and what to do</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Sehen, was nicht gelesen werden konnte und was zu tun ist</translation>
    </message>
    <message>
        <source>Care</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Pflege</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Repair</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Back up now</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Rebuild search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Suchindex neu aufbauen</translation>
    </message>
    <message>
        <source>Compares catalogue, index and thumbnails. Changes nothing.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Vergleicht Katalog, Index und Vorschaubilder. Ändert nichts.</translation>
    </message>
    <message>
        <source>Mends what a check found. Your photos are not touched.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Repariert, was eine Prüfung gefunden hat. Ihre Fotos bleiben unberührt.</translation>
    </message>
    <message>
        <source>Backup</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Keeps a copy of the catalogue beside it. The photos are not copied.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Legt eine Kopie des Katalogs daneben ab. Die Fotos werden nicht kopiert.</translation>
    </message>
    <message>
        <source>Search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Makes the index anew from the catalogue, for when results look wrong.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Baut den Index aus dem Katalog neu auf, falls Ergebnisse falsch wirken.</translation>
    </message>
    <message>
        <source>What the check found</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>On disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Auf dem Datenträger</translation>
    </message>
    <message>
        <source>Library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Bibliotheksordner</translation>
    </message>
    <message>
        <source>Show library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Bibliotheksordner anzeigen</translation>
    </message>
    <message>
        <source>Open the folder with the library in it</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Den Ordner öffnen, in dem die Bibliothek liegt</translation>
    </message>
    <message>
        <source>{done} of {total} searchable</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>{done} von {total} durchsuchbar</translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Ausstehend: {count}</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Nichts steht aus.</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Probleme: {count}</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
        <source>“Back up now” makes the first.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>„Jetzt sichern“ legt die erste an.</translation>
    </message>
    <message>
        <source>{count} photos, {state}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>{count} Fotos, {state}</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Live</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Noch nicht durchgesehen.</translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>In Abständen</translation>
    </message>
    <message>
        <source>This place tells of no changes, so it is looked at every now and then.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Dieser Ort meldet keine Änderungen, daher wird er ab und zu durchgesehen.</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Die Grenze des Systems für überwachte Ordner ist erreicht. Erhöhen Sie sie mit: sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Verbinden Sie das Laufwerk oder die Freigabe; alles, was über die Fotos bekannt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Nothing has to be mended.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Nichts muss repariert werden.</translation>
    </message>
    <message>
        <source>Mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Repariert</translation>
    </message>
    <message>
        <source>To be mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Zu reparieren</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Getting started</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>The query language</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Die Suchsprache</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Über</translation>
    </message>
    <message>
        <source>Sections of the help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Abschnitte der Hilfe</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>When photos were taken</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Wann Fotos aufgenommen wurden</translation>
    </message>
    <message>
        <source>Show all times again (Esc)</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Wieder alle Zeiten anzeigen (Esc)</translation>
    </message>
    <message>
        <source>Show all times again</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Wieder alle Zeiten anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) without a date are not shown here</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>
            <numerusform>%Ln Foto ohne Datum ist hier nicht zu sehen</numerusform>
            <numerusform>%Ln Fotos ohne Datum sind hier nicht zu sehen</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo has a date</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Kein Foto hat ein Datum</translation>
    </message>
    <message>
        <source>{span}; most in {time}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>{span}; die meisten: {time}</translation>
    </message>
    <message>
        <source>chosen: {span}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>ausgewählt: {span}</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day below a bar</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>What you asked before</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Enter asks again, Delete forgets</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation>Enter sucht erneut, Entf vergisst</translation>
    </message>
</context>
<context>
    <name>IndexingCare</name>
    <message>
        <source>{count} photos</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} Fotos</translation>
    </message>
    <message>
        <source>{count} photo</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} Foto</translation>
    </message>
    <message>
        <source>{count} photos indexed in {seconds} s.</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} Fotos in {seconds} s eingelesen.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Infos zum Foto</translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>What Recollect sees</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Was Recollect sieht</translation>
    </message>
    <message>
        <source>Very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Sehr sicher</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Ziemlich sicher</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Copies of this photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Kopien dieses Fotos</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Koordinaten kopieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Photos in “{folder}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Fotos in „{folder}“</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>In diesem Ordner suchen</translation>
    </message>
    <message>
        <source>Search for photos with this keyword</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Fotos mit diesem Stichwort suchen</translation>
    </message>
    <message>
        <source>Search for photos of this day</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Fotos dieses Tages suchen</translation>
    </message>
    <message>
        <source>Search for photos of this camera</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Fotos dieser Kamera suchen</translation>
    </message>
    <message>
        <source>very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>sehr sicher</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <source>perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>Search for “{label}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Nach „{label}“ suchen</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Apply</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Use these patterns from now on</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Ab jetzt diese Muster verwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Back to the patterns in use</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Zurück zu den geltenden Mustern</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The model “{name}” cannot read these letters. Ask in English, or choose a model that reads your language.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Das Modell „{name}“ kann diese Schriftzeichen nicht lesen. Suchen Sie auf Englisch, oder wählen Sie ein Modell, das Ihre Sprache versteht.</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The language changes when Recollect is started again.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Die Sprache wechselt, wenn Recollect neu gestartet wird.</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Abgelegtes Bild</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Answers now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Wird verwendet</translation>
    </message>
    <message>
        <source>Which model tells the parts of a photo apart</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Welches Modell die Teile eines Fotos unterscheidet</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Show the licence, and where the model is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Die Lizenz anzeigen und wo das Modell liegt</translation>
    </message>
    <message>
        <source>Licence of {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Lizenz von {model}</translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{model} verwenden</translation>
    </message>
    <message>
        <source>See what changing to this model takes</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Sehen, was der Wechsel zu diesem Modell erfordert</translation>
    </message>
    <message>
        <source>Use the built-in one for parts</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Für Teile das eingebaute verwenden</translation>
    </message>
    <message>
        <source>Use for parts of photos</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Für Teile von Fotos verwenden</translation>
    </message>
    <message>
        <source>Change the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Modell wechseln</translation>
    </message>
    <message>
        <source>Begin; it can be stopped at any time</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Beginnen; lässt sich jederzeit anhalten</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Alles lassen, wie es ist</translation>
    </message>
    <message>
        <source>Languages unknown</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Sprachen unbekannt</translation>
    </message>
    <message>
        <source>{count} dimensions</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{count} Dimensionen</translation>
    </message>
    <message>
        <source>Built in</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Imported</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>not named by those who made it</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>von den Herstellern nicht angegeben</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Kind: {family}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Art: {family}</translation>
    </message>
    <message>
        <source>Folder: {path}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Ordner: {path}</translation>
    </message>
    <message>
        <source>Nothing has to be encoded.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Es muss nichts verarbeitet werden.</translation>
    </message>
    <message>
        <source>Photos to encode: {count}. How long that takes shows when it has begun.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Zu verarbeitende Fotos: {count}. Wie lange das dauert, zeigt sich nach dem Beginn.</translation>
    </message>
    <message>
        <source>Photos to encode: {count}. That takes {time}.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Zu verarbeitende Fotos: {count}. Das dauert {time}.</translation>
    </message>
    <message>
        <source>{model} goes on answering until this one is complete.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{model} wird weiter verwendet, bis dieses Modell fertig ist.</translation>
    </message>
    <message>
        <source>The present model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Das bisherige Modell</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Encoding {done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{done} von {total} verarbeitet</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>ModelOffer</name>
    <message>
        <source>Download…</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>Download {model}…</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>{model} herunterladen…</translation>
    </message>
    <message>
        <source>See its terms and how much would be downloaded</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Bedingungen ansehen und wie viel heruntergeladen würde</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Accept these terms and begin; it can be stopped at any time</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Diese Bedingungen annehmen und beginnen; es lässt sich jederzeit anhalten</translation>
    </message>
    <message>
        <source>Its page</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Zur Seite des Modells</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Alles lassen, wie es ist</translation>
    </message>
    <message>
        <source>Licence: {licence}
{size} are downloaded from {place}. Nothing of your photos is sent.</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Lizenz: {licence}
{size} werden von {place} heruntergeladen. Von Ihren Fotos wird nichts gesendet.</translation>
    </message>
    <message>
        <source>not named by those who made it</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>von den Urhebern nicht genannt</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Choose a folder with a CLIP, ALIGN, SigLIP or similar model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Einen Ordner mit einem CLIP-, ALIGN-, SigLIP- oder ähnlichen Modell auswählen</translation>
    </message>
    <message>
        <source>More models</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Weitere Modelle</translation>
    </message>
    <message>
        <source>A model turns photos and words into numbers that can be compared. Any CLIP, ALIGN, GroupViT or SigLIP model in safetensors files, as transformers saves it, can be imported; nothing is downloaded by itself.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Ein Modell macht aus Fotos und Wörtern Zahlen, die sich vergleichen lassen. Jedes CLIP-, ALIGN-, GroupViT- oder SigLIP-Modell in safetensors-Dateien, wie transformers es speichert, lässt sich importieren; nichts wird von selbst heruntergeladen.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Downloading the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Modell wird heruntergeladen</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Das Modell wird kopiert</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <extracomment>app/notices.py</extracomment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>My own words</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Meine eigenen Wörter</translation>
    </message>
    <message>
        <source>One word or a few words a line: “my red bicycle”, “tram”. Parts of photos are called by whichever fits best.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Ein Wort oder ein paar Wörter je Zeile: „mein rotes Fahrrad“, „Straßenbahn“. Teile von Fotos heißen nach dem, was am besten passt.</translation>
    </message>
    <message>
        <source>The model that finds them reads English.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Das Modell, das sie findet, liest Englisch.</translation>
    </message>
    <message>
        <source>Words, one a line</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Wörter, eines je Zeile</translation>
    </message>
    <message>
        <source>One word a line</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Ein Wort je Zeile</translation>
    </message>
    <message>
        <source>The model cannot read these letters, so these words fit nothing. Write them in English.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Das Modell kann diese Schriftzeichen nicht lesen, daher passen diese Wörter auf nichts. Schreiben Sie sie auf Englisch.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the words as they were (Esc)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Die Wörter lassen, wie sie waren (Esc)</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Use these words from now on (Ctrl+Enter)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Diese Wörter ab jetzt verwenden (Strg+Eingabe)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop this; nothing is lost</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>Anhalten; nichts geht verloren</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>etwa {count} min</translation>
    </message>
    <message>
        <source>about {count} h</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>etwa {count} h</translation>
    </message>
</context>
<context>
    <name>PageCare</name>
    <message>
        <source>Repairing the library</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Die Bibliothek wird repariert</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Die Bibliothek wird geprüft</translation>
    </message>
    <message>
        <source>A copy was made: {name}</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Eine Kopie wurde angelegt: {name}</translation>
    </message>
    <message>
        <source>Copying the catalogue</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Der Katalog wird kopiert</translation>
    </message>
    <message>
        <source>The search index was built anew.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Der Suchindex wurde neu aufgebaut.</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Der Suchindex wird aufgebaut</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Something else is being done. Try again when it has ended.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Gerade läuft etwas anderes. Versuchen Sie es erneut, wenn es beendet ist.</translation>
    </message>
    <message>
        <source>{name} answers from now on.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>{name} wird ab jetzt verwendet.</translation>
    </message>
    <message>
        <source>{name} is here and can be used.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>{name} ist da und kann verwendet werden.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Recollect can put the newest good copy in its place, or begin anew and read your photos again. The damaged file is kept aside; your photos are not touched.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Recollect kann die neueste gute Kopie an ihre Stelle setzen oder neu beginnen und Ihre Fotos noch einmal einlesen. Die beschädigte Datei wird beiseitegelegt; Ihre Fotos bleiben unberührt.</translation>
    </message>
    <message>
        <source>Mend the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Bibliothek reparieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Recollect beenden</translation>
    </message>
    <message>
        <source>Mending the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Die Bibliothek wird repariert</translation>
    </message>
    <message>
        <source>This can take a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Das kann einen Moment dauern.</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Noch keine Favoriten</translation>
    </message>
    <message>
        <source>Choose the photos you like best and press F. They are gathered here.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Wählen Sie die Fotos aus, die Ihnen am besten gefallen, und drücken Sie F. Hier werden sie gesammelt.</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Alle Fotos anzeigen</translation>
    </message>
    <message>
        <source>No photo fits all of this</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Kein Foto passt zu allem</translation>
    </message>
    <message>
        <source>Take a filter away, or clear the question.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Heben Sie einen Filter auf, oder leeren Sie die Suche.</translation>
    </message>
    <message>
        <source>{count} photos found</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>{count} Fotos gefunden</translation>
    </message>
    <message>
        <source>Getting ready; the first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Wird vorbereitet; die ersten Fotos erscheinen gleich.</translation>
    </message>
    <message>
        <source>Looking through your folders</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Ihre Ordner werden durchgesehen</translation>
    </message>
    <message>
        <source>The first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Die ersten Fotos erscheinen gleich.</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>No photos to show</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Keine Fotos zum Anzeigen</translation>
    </message>
    <message>
        <source>To see those you have hidden, type is:hidden.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Um ausgeblendete Fotos zu sehen, geben Sie is:hidden ein.</translation>
    </message>
    <message>
        <source>No photos here yet</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Hier sind noch keine Fotos</translation>
    </message>
    <message>
        <source>The folders you added hold no pictures Recollect can read.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Die hinzugefügten Ordner enthalten keine Bilder, die Recollect lesen kann.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Keep as a favourite</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Als Favorit behalten</translation>
    </message>
    <message>
        <source>To the trash</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Del</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Show this photo alone</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Nur dieses Foto anzeigen</translation>
    </message>
</context>
<context>
    <name>PartsCare</name>
    <message>
        <source>Too few photos were looked into yet, so whole photos were compared.</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>Bisher wurde in zu wenige Fotos hineingesehen, deshalb wurden ganze Fotos verglichen.</translation>
    </message>
    <message>
        <source>Look inside photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>In Fotos hineinsehen</translation>
    </message>
    <message>
        <source>by whole photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>nach ganzen Fotos</translation>
    </message>
    <message>
        <source>by parts of {count} photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>nach Teilen von {count} Fotos</translation>
    </message>
    <message>
        <source>by parts</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>nach Teilen</translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>Choose at most {count} photos to open.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Wählen Sie zum Öffnen höchstens {count} Fotos aus.</translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Das Laufwerk dieses Fotos ist nicht verbunden.</translation>
    </message>
    <message>
        <source>No program could open {name}, or it is no longer there.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Kein Programm konnte {name} öffnen, oder die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Das Bild wurde kopiert.</translation>
    </message>
    <message>
        <source>Preparing the photos; drag again in a moment.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Die Fotos werden vorbereitet; ziehen Sie sie gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>PhotoCare</name>
    <message numerus="yes">
        <source>%Ln photo(s) are favourites now.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln Foto ist jetzt Favorit.</numerusform>
            <numerusform>%Ln Fotos sind jetzt Favoriten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are no longer favourites.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln Foto ist kein Favorit mehr.</numerusform>
            <numerusform>%Ln Fotos sind keine Favoriten mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) hidden. Type is:hidden to see them.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln Foto ausgeblendet. Mit is:hidden ist es zu sehen.</numerusform>
            <numerusform>%Ln Fotos ausgeblendet. Mit is:hidden sind sie zu sehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) shown again.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln Foto wieder eingeblendet.</numerusform>
            <numerusform>%Ln Fotos wieder eingeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ask for something first; then photos can be less like this one.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Suchen Sie zuerst etwas; dann lässt sich die Suche von diesem Foto weglenken.</translation>
    </message>
    <message>
        <source>The question was moved towards {name}.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Die Suche wurde in Richtung {name} gelenkt.</translation>
    </message>
    <message>
        <source>The question was moved away from {name}.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Die Suche wurde von {name} weggelenkt.</translation>
    </message>
    <message numerus="yes">
        <source>The question was moved towards %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>Die Suche wurde in Richtung von %Ln Foto gelenkt.</numerusform>
            <numerusform>Die Suche wurde in Richtung von %Ln Fotos gelenkt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The question was moved away from %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>Die Suche wurde von %Ln Foto weggelenkt.</numerusform>
            <numerusform>Die Suche wurde von %Ln Fotos weggelenkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is left out from now on. Its photos stay where they are.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>„{name}“ ist ab jetzt ausgeschlossen. Die Fotos bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>In den Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the trash?</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln Datei in den Papierkorb legen?</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message>
        <source>You can get them back from the trash of your system.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Aus dem Papierkorb des Systems lässt sich alles zurückholen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) go to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln Datei kommt in den Papierkorb.</numerusform>
            <numerusform>%Ln Dateien kommen in den Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be moved to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln Datei konnte nicht in den Papierkorb gelegt werden.</numerusform>
            <numerusform>%Ln Dateien konnten nicht in den Papierkorb gelegt werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Network allowed when you ask</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Netzwerk auf Ihren Wunsch erlaubt</translation>
    </message>
    <message>
        <source>Off refuses everything in the table below. Search never needs it.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Ausgeschaltet wird alles in der Tabelle unten verweigert. Die Suche braucht das Netzwerk nie.</translation>
    </message>
    <message>
        <source>Allow or forbid every use of the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Jede Nutzung des Netzwerks erlauben oder verbieten</translation>
    </message>
    <message>
        <source>Connections since the start</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Verbindungen seit dem Start</translation>
    </message>
    <message>
        <source>What uses the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Was das Netzwerk nutzt</translation>
    </message>
    <message>
        <source>When you ask for it on the Models page. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Wenn Sie es auf der Seite „Modelle“ verlangen. Nie von selbst.</translation>
    </message>
    <message>
        <source>When you ask for it in the Help menu. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Wenn Sie es im Menü „Hilfe“ verlangen. Nie von selbst.</translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Herunterladen eines Modells</translation>
    </message>
    <message>
        <source>Checking for updates</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Suche nach Updates</translation>
    </message>
    <message>
        <source>No address in this version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Keine Adresse in dieser Version</translation>
    </message>
    <message>
        <source>Connections since the start: {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Verbindungen seit dem Start: {count}</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>No problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Files that Recollect cannot read are listed here.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Dateien, die Recollect nicht lesen kann, werden hier aufgeführt.</translation>
    </message>
    <message>
        <source>Try all again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Read these files once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Diese Dateien noch einmal lesen</translation>
    </message>
    <message>
        <source>Files are tried again when they change.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Dateien werden erneut versucht, wenn sie sich ändern.</translation>
    </message>
    <message>
        <source>Everything else was indexed.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Alles andere wurde eingelesen.</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>{count} Probleme</translation>
    </message>
    <message>
        <source>{count} problem</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>{count} Problem</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Und {count} weitere.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Read this file once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Diese Datei noch einmal lesen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Open the folder with this file chosen</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Den Ordner öffnen, mit dieser Datei ausgewählt</translation>
    </message>
    <message>
        <source>Ignore</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Do not list this file again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Diese Datei nicht mehr aufführen</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; what is known already stays</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>Anhalten; was schon bekannt ist, bleibt</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>noch etwa {count} min</translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Search your photos: try “dog in the snow”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Fotos suchen, zum Beispiel „dog in the snow“</translation>
    </message>
    <message>
        <source>Search your photos: try “city at night”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Fotos suchen, zum Beispiel „city at night“</translation>
    </message>
    <message>
        <source>Search your photos: try “a cat”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Fotos suchen, zum Beispiel „a cat“</translation>
    </message>
    <message>
        <source>Search your photos: try “snowy mountains”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Fotos suchen, zum Beispiel „snowy mountains“</translation>
    </message>
    <message>
        <source>Or drop a picture here to find similar photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Oder ein Bild hier ablegen, um ähnliche Fotos zu finden</translation>
    </message>
    <message>
        <source>Search your photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Fotos suchen</translation>
    </message>
    <message>
        <source>Describe what is in the photo (Ctrl+F or /)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Beschreiben, was auf dem Foto ist (Strg+F oder /)</translation>
    </message>
    <message>
        <source>Save this search (Ctrl+D)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Suche speichern (Strg+D)</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>What you asked before (Alt+Down)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Frühere Suchen (Alt+Herunter)</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Clear the question (Esc)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Suche leeren (Esc)</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Add words to narrow it down</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Mit weiteren Wörtern eingrenzen</translation>
    </message>
</context>
<context>
    <name>QuickPreview</name>
    <message>
        <source>Quick preview</source>
        <extracomment>app/viewer/preview.py</extracomment>
        <translation>Schnellansicht</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Find on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Enter geht zur nächsten Stelle, Umschalt+Enter zur vorigen</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Nicht auf dieser Seite</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>The words that parts may be called by</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Die Wörter, nach denen Teile heißen können</translation>
    </message>
    <message>
        <source>Show all parts with their names</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Alle Teile mit ihren Namen zeigen</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>The first time takes a little longer.</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Beim ersten Mal dauert es etwas länger.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit my own words…</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Meine eigenen Wörter bearbeiten…</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words: {name}</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Wörter: {name}</translation>
    </message>
    <message>
        <source>Choose this part; with Shift, add it to those chosen</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Diesen Teil wählen; mit Umschalt zu den gewählten hinzufügen</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>Looking for the parts of this photo…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Die Teile dieses Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>Comparing the photo with “{words}”…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Das Foto wird mit „{words}“ verglichen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s). Tab goes from one to the next.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln Teil. Tab geht von einem zum nächsten.</numerusform>
            <numerusform>%Ln Teile. Tab geht von einem zum nächsten.</numerusform>
        </translation>
    </message>
    <message>
        <source>What agrees most with “{words}”. An approximation: the encoder judged the whole photo.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Was am besten zu „{words}“ passt. Eine Näherung: beurteilt wurde das ganze Foto.</translation>
    </message>
    <message>
        <source>Get a region model</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Ein Modell für Bereiche holen</translation>
    </message>
    <message>
        <source>My own words…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Meine eigenen Wörter…</translation>
    </message>
    <message>
        <source>That could not be done.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Das ging nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s). Click one, or draw a box.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln Teil. Klicken Sie darauf, oder ziehen Sie einen Rahmen.</numerusform>
            <numerusform>%Ln Teile. Klicken Sie auf einen, oder ziehen Sie einen Rahmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No parts were found. Draw a box around what you mean.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Keine Teile gefunden. Ziehen Sie einen Rahmen um das, was Sie meinen.</translation>
    </message>
    <message>
        <source>Click a part, Shift+click adds another.
Drag to draw a box of your own.
The middle button, or Space held down, moves a zoomed photo.
Tab goes from part to part, Enter finds photos with what is chosen.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Klicken wählt einen Teil, Umschalt+Klick fügt einen hinzu.
Ziehen zeichnet einen eigenen Rahmen.
Die mittlere Taste oder gehaltene Leertaste verschiebt ein vergrößertes Foto.
Tab geht von Teil zu Teil, Eingabe sucht Fotos mit dem Gewählten.</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Square tiles</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Quadratische Kacheln</translation>
    </message>
    <message>
        <source>Square tiles, or photos&apos; own shapes</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Quadratische Kacheln oder die Form der Fotos</translation>
    </message>
    <message>
        <source>Outlines</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Outline the part that a photo was found by (Ctrl+Shift+B)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Den Teil umranden, durch den ein Foto gefunden wurde (Strg+Umschalt+B)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Show the matches over the years (Ctrl+T)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Die Treffer über die Jahre anzeigen (Strg+T)</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters (Ctrl+Shift+L)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Filter (Strg+Umschalt+L)</translation>
    </message>
    <message>
        <source>More matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Mehr Treffer</translation>
    </message>
    <message>
        <source>Stricter</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Strenger</translation>
    </message>
    <message>
        <source>How well a photo must match to be called Strong or Possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Wie gut ein Foto passen muss, um als sicher oder möglich zu gelten</translation>
    </message>
    <message>
        <source>Strictness of the matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Strenge der Treffer</translation>
    </message>
    <message>
        <source>Relevance</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Ordner und Name</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches clearly</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Nichts passt eindeutig</translation>
    </message>
    <message>
        <source>{count} by name</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>{count} dem Namen nach</translation>
    </message>
    <message>
        <source>{count} strong</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>{count} sicher</translation>
    </message>
    <message>
        <source>{count} possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>{count} möglich</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Reihenfolge: {order}</translation>
    </message>
    <message>
        <source>In which order the photos stand</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>In welcher Reihenfolge die Fotos stehen</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Nothing was asked yet.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Noch wurde nichts gesucht.</translation>
    </message>
    <message>
        <source>Ask for something first; then the search can be saved.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Suchen Sie zuerst etwas; dann lässt sich die Suche speichern.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>“{name}” was saved. It collects new photos.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>„{name}“ wurde gespeichert. Neue Fotos kommen von selbst hinzu.</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Suche umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Leave {field} open again</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>„{field}“ nicht mehr einschränken</translation>
    </message>
    <message>
        <source>Clear {field}</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>„{field}“ aufheben</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Show all ({count})</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Alle anzeigen ({count})</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Und {count} weitere.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to what Recollect comes with</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Zurück zum Standardwert</translation>
    </message>
    <message>
        <source>Reset {setting}</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>„{setting}“ zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Model and device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>Looks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Applies to the next photos.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Gilt für die nächsten Fotos.</translation>
    </message>
    <message>
        <source>The index is built anew in the background; search goes on meanwhile.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Der Index wird im Hintergrund neu aufgebaut; die Suche geht währenddessen weiter.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Strictness</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Strenge</translation>
    </message>
    <message>
        <source>Stricter shows fewer photos as Strong.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Je strenger, desto weniger Fotos gelten als sicher.</translation>
    </message>
    <message>
        <source>Order of results</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Reihenfolge der Ergebnisse</translation>
    </message>
    <message>
        <source>Best first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By folder</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Nach Ordner</translation>
    </message>
    <message>
        <source>Look inside photos</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>In Fotos hineinsehen</translation>
    </message>
    <message>
        <source>Takes about as long as indexing, once; in the background.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Dauert einmalig etwa so lange wie das Indexieren; im Hintergrund.</translation>
    </message>
    <message>
        <source>Find parts of photos</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Teile von Fotos finden</translation>
    </message>
    <message>
        <source>Names of parts</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Namen der Teile</translation>
    </message>
    <message>
        <source>Everyday things</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Alltägliches</translation>
    </message>
    <message>
        <source>COCO&apos;s 80 objects</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Die 80 Dinge von COCO</translation>
    </message>
    <message>
        <source>PASCAL VOC&apos;s 20 objects</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Die 20 Dinge von PASCAL VOC</translation>
    </message>
    <message>
        <source>My own words</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Meine eigenen Wörter</translation>
    </message>
    <message>
        <source>Stacks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Gentle indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Schonendes Einlesen</translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>On battery</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>Go slower</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Go on as usual</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Weiter wie sonst</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Größtes Bild</translation>
    </message>
    <message>
        <source>Applies to the next photos; those refused before are tried again from Problems.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Gilt für die nächsten Fotos; zuvor abgelehnte lassen sich unter „Probleme“ erneut versuchen.</translation>
    </message>
    <message>
        <source>MP</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>MP</translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Photos that match leave the results at the next look, and come back when the pattern goes.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Passende Fotos verschwinden beim nächsten Durchsehen aus den Ergebnissen und kommen zurück, wenn das Muster entfernt wird.</translation>
    </message>
    <message>
        <source>Quiet time</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Look over everything</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Alles durchsehen</translation>
    </message>
    <message>
        <source>Without live events</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Ohne Live-Meldungen</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Another model encodes every photo; the present one answers until that is done.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Ein anderes Modell verarbeitet jedes Foto; bis das fertig ist, wird das bisherige verwendet.</translation>
    </message>
    <message>
        <source>Region model</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Modell für Bereiche</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Apple-Grafik</translation>
    </message>
    <message>
        <source>Processor</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Exact (32 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Genau (32 Bit)</translation>
    </message>
    <message>
        <source>Half (16 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Halb (16 Bit)</translation>
    </message>
    <message>
        <source>Coarse (8 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Grob (8 Bit)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>Shape of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Form der Vorschaubilder</translation>
    </message>
    <message>
        <source>As the photo</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Quadratisch</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Remember what is gone</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Verschwundenes merken</translation>
    </message>
    <message>
        <source>days</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Not at all</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Index that answers</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Verwendeter Index</translation>
    </message>
    <message>
        <source>Exact</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Genau</translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>HNSW-Graph</translation>
    </message>
    <message>
        <source>Graph from</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Graph ab</translation>
    </message>
    <message>
        <source>Width of the graph&apos;s search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Suchbreite des Graphen</translation>
    </message>
    <message>
        <source>Read ahead</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Vorauslesen</translation>
    </message>
    <message>
        <source>MB</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>MB</translation>
    </message>
    <message>
        <source>The model that reads photos and words.</source>
        <extracomment>app/panels/settings_words.py, model.active</extracomment>
        <translation>Das Modell, das Fotos und Wörter liest.</translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <extracomment>app/panels/settings_words.py, device</extracomment>
        <translation>Wo das Modell läuft.</translation>
    </message>
    <message>
        <source>How exactly the model calculates; auto measures what is fastest and still right.</source>
        <extracomment>app/panels/settings_words.py, precision</extracomment>
        <translation>Wie genau das Modell rechnet; „Automatisch“ misst, was am schnellsten und noch richtig ist.</translation>
    </message>
    <message>
        <source>Processor cores used for indexing; 0 means all.</source>
        <extracomment>app/panels/settings_words.py, threads</extracomment>
        <translation>Prozessorkerne für das Einlesen; 0 heißt alle.</translation>
    </message>
    <message>
        <source>Larger pictures are not opened (megapixels).</source>
        <extracomment>app/panels/settings_words.py, photo.max_megapixels</extracomment>
        <translation>Größere Bilder werden nicht geöffnet (Megapixel).</translation>
    </message>
    <message>
        <source>Memory for photos read ahead while indexing (MB).</source>
        <extracomment>app/panels/settings_words.py, lookahead_mb</extracomment>
        <translation>Speicher für Fotos, die beim Einlesen vorausgelesen werden (MB).</translation>
    </message>
    <message>
        <source>Which index answers: exact, the HNSW graph, or what this library&apos;s size calls for.</source>
        <extracomment>app/panels/settings_words.py, index.answers</extracomment>
        <translation>Welcher Index verwendet wird: der genaue, der HNSW-Graph oder was zur Größe der Bibliothek passt.</translation>
    </message>
    <message>
        <source>Number of photos from which the HNSW graph answers unfiltered queries.</source>
        <extracomment>app/panels/settings_words.py, index.hnsw_from</extracomment>
        <translation>Anzahl der Fotos, ab der der HNSW-Graph ungefilterte Suchen beantwortet.</translation>
    </message>
    <message>
        <source>How widely the HNSW graph searches.</source>
        <extracomment>app/panels/settings_words.py, index.ef</extracomment>
        <translation>Wie breit der HNSW-Graph sucht.</translation>
    </message>
    <message>
        <source>How strict the Strong and Possible bands are.</source>
        <extracomment>app/panels/settings_words.py, search.strictness</extracomment>
        <translation>Wie gut Fotos passen müssen, um als sicher oder möglich zu gelten.</translation>
    </message>
    <message>
        <source>After indexing, look inside photos, so that parts of them can be found.</source>
        <extracomment>app/panels/settings_words.py, regions.look_inside</extracomment>
        <translation>Nach dem Indexieren in Fotos hineinsehen, damit sich Teile von ihnen finden lassen.</translation>
    </message>
    <message>
        <source>Plain words may match a part of a photo that was looked into.</source>
        <extracomment>app/panels/settings_words.py, regions.in_search</extracomment>
        <translation>Einfache Wörter dürfen zu einem Teil eines Fotos passen, in das hineingesehen wurde.</translation>
    </message>
    <message>
        <source>The model that sees the parts of a photo.</source>
        <extracomment>app/panels/settings_words.py, regions.model</extracomment>
        <translation>Das Modell, das die Teile eines Fotos sieht.</translation>
    </message>
    <message>
        <source>Which names the parts of a photo may have.</source>
        <extracomment>app/panels/settings_words.py, regions.vocabulary</extracomment>
        <translation>Wie die Teile eines Fotos heißen können.</translation>
    </message>
    <message>
        <source>A new photo is taken after this quiet time.</source>
        <extracomment>app/panels/settings_words.py, watch.quiet_seconds</extracomment>
        <translation>Ein neues Foto wird nach dieser Ruhezeit eingelesen.</translation>
    </message>
    <message>
        <source>Every folder is looked over this often.</source>
        <extracomment>app/panels/settings_words.py, watch.rescan_seconds</extracomment>
        <translation>So oft wird jeder Ordner durchgesehen.</translation>
    </message>
    <message>
        <source>Folders without live events are looked at this often.</source>
        <extracomment>app/panels/settings_words.py, watch.poll_seconds</extracomment>
        <translation>So oft werden Ordner ohne Live-Meldungen durchgesehen.</translation>
    </message>
    <message>
        <source>Days until removed folders and gone photos are forgotten.</source>
        <extracomment>app/panels/settings_words.py, forget.days</extracomment>
        <translation>Tage, bis entfernte Ordner und verschwundene Fotos vergessen werden.</translation>
    </message>
    <message>
        <source>Height of the thumbnails in the grid.</source>
        <extracomment>app/panels/settings_words.py, grid.tile</extracomment>
        <translation>Höhe der Vorschaubilder im Raster.</translation>
    </message>
    <message>
        <source>Whether thumbnails keep their shape or are cut to squares.</source>
        <extracomment>app/panels/settings_words.py, grid.shape</extracomment>
        <translation>Ob Vorschaubilder ihre Form behalten oder quadratisch zugeschnitten werden.</translation>
    </message>
    <message>
        <source>In which order results stand.</source>
        <extracomment>app/panels/settings_words.py, results.sort</extracomment>
        <translation>In welcher Reihenfolge die Ergebnisse stehen.</translation>
    </message>
    <message>
        <source>Copies of a photo, and RAW with JPEG, are shown as one.</source>
        <extracomment>app/panels/settings_words.py, results.stacks</extracomment>
        <translation>Kopien eines Fotos sowie RAW mit JPEG werden als eines gezeigt.</translation>
    </message>
    <message>
        <source>Whether indexing leaves the computer to others: auto is gentle on battery only.</source>
        <extracomment>app/panels/settings_words.py, indexing.gentle</extracomment>
        <translation>Ob das Einlesen anderen Programmen den Vortritt lässt: „Automatisch“ schont nur im Akkubetrieb.</translation>
    </message>
    <message>
        <source>What indexing does while the computer runs on battery.</source>
        <extracomment>app/panels/settings_words.py, indexing.battery</extracomment>
        <translation>Was das Einlesen tut, während der Computer im Akkubetrieb läuft.</translation>
    </message>
    <message>
        <source>Files and folders that are left out, one pattern a line, written as in a .gitignore file.</source>
        <extracomment>app/panels/settings_words.py, exclude.patterns</extracomment>
        <translation>Dateien und Ordner, die ausgeschlossen sind: ein Muster pro Zeile, geschrieben wie in einer .gitignore-Datei.</translation>
    </message>
    <message>
        <source>Whether Recollect may use the network when you ask for something.</source>
        <extracomment>app/panels/settings_words.py, network.allowed</extracomment>
        <translation>Ob Recollect das Netzwerk nutzen darf, wenn Sie etwas verlangen.</translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <extracomment>app/panels/settings_words.py, looks.scheme</extracomment>
        <translation>Hell oder dunkel.</translation>
    </message>
    <message>
        <source>Whether things move.</source>
        <extracomment>app/panels/settings_words.py, looks.motion</extracomment>
        <translation>Ob sich etwas bewegt.</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <extracomment>app/panels/settings_words.py, language</extracomment>
        <translation>Die Sprache des Fensters.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Show only the settings with these words (Esc clears)</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Nur Einstellungen mit diesen Wörtern anzeigen (Esc leert)</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Library</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Add folder</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Einen Ordner mit Fotos auswählen (Strg+O)</translation>
    </message>
    <message>
        <source>All photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Favourites</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>{count} new</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>{count} neu</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>New on a card?</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Neu auf der Karte?</translation>
    </message>
    <message>
        <source>Library health</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Zustand der Bibliothek</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>In Abständen</translation>
    </message>
    <message>
        <source>Watch limit</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Grenze erreicht</translation>
    </message>
    <message>
        <source>Not reachable now. Its photos are still found by their thumbnails.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Zurzeit nicht erreichbar. Die Fotos werden trotzdem gefunden, mit ihren Vorschaubildern.</translation>
    </message>
    <message>
        <source>Looked at every now and then, because this place tells of no changes.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Wird ab und zu durchgesehen, weil dieser Ort keine Änderungen meldet.</translation>
    </message>
    <message>
        <source>Looked at every now and then: the system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Wird ab und zu durchgesehen: Die Grenze des Systems für überwachte Ordner ist erreicht. Erhöhen Sie sie mit: sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Noch nicht durchgesehen.</translation>
    </message>
    <message>
        <source>Watched: new photos appear by themselves.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Wird überwacht: Neue Fotos erscheinen von selbst.</translation>
    </message>
    <message>
        <source>Sample photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Beispielfotos</translation>
    </message>
</context>
<context>
    <name>SizesBar</name>
    <message>
        <source>Altogether</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Frei auf diesem Datenträger</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Fotos werden gezählt: {count}</translation>
    </message>
    <message>
        <source>{count} photos found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{count} Fotos gefunden; wird vorbereitet</translation>
    </message>
    <message>
        <source>{count} photo found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{count} Foto gefunden; wird vorbereitet</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{done} von {total} eingelesen</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Looking inside photos {done} of {total}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>In Fotos wird hineingesehen: {done} von {total}</translation>
    </message>
    <message>
        <source>{rate} photos/s</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{rate} Fotos/s</translation>
    </message>
    <message>
        <source>Looking inside photos…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>In Fotos wird hineingesehen…</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Waiting for files that are still being written…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Wartet auf Dateien, die noch geschrieben werden …</translation>
    </message>
    <message>
        <source>Preparing the new model…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Das neue Modell wird vorbereitet …</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>noch etwa {count} min</translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>noch etwa {count} h</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{count} ausgewählt</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Einlesen fortsetzen</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Einlesen pausieren</translation>
    </message>
    <message>
        <source>Go on looking inside</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Weiter hineinsehen</translation>
    </message>
    <message>
        <source>Pause looking inside</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Hineinsehen anhalten</translation>
    </message>
    <message>
        <source>Looking inside photos</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>In Fotos hineinsehen</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Walk through the results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Die Ergebnisse durchgehen</translation>
    </message>
    <message>
        <source>Similar</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Ähnliche</translation>
    </message>
    <message>
        <source>Walk through photos like this one</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Ähnliche Fotos durchgehen</translation>
    </message>
</context>
<context>
    <name>ThemesStrip</name>
    <message>
        <source>Themes of your library</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>Themen Ihrer Bibliothek</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for {label}, {photos}</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>Nach {label} suchen, {photos}</translation>
    </message>
    <message>
        <source>Search for “{text}”</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>Nach „{text}“ suchen</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Choose a folder or card</source>
        <extracomment>app/tidying.py</extracomment>
        <translation>Ordner oder Speicherkarte auswählen</translation>
    </message>
    <message numerus="yes">
        <source>The paths of %Ln photo(s) were copied.</source>
        <extracomment>app/tidying.py</extracomment>
        <translation>
            <numerusform>Der Pfad von %Ln Foto wurde kopiert.</numerusform>
            <numerusform>Die Pfade von %Ln Fotos wurden kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Zurück zu den Fotos</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Between the whole photo and 100 % (0, 1)</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Zwischen ganzem Foto und 100 % wechseln (0, 1)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Turn the view; the file stays as it is</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Die Ansicht drehen; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>Regions: what is in the photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Bereiche: was im Foto ist</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Warum das passt</translation>
    </message>
    <message>
        <source>Compare with other photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Mit anderen Fotos vergleichen</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Infos zum Foto</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>In anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Regions</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>More like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Weniger davon</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Hide this photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Foto ausblenden</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>{index} of {count}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>{index} von {count}</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Zoom: {scale}</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Vollbild beenden</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Size of the thumbnails (Ctrl and the wheel)</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation>Größe der Vorschaubilder (Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation>Größe der Vorschaubilder</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Viewer</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Looking for similar photos…</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>Ähnliche Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>Nothing similar was found.</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>Nichts Ähnliches gefunden.</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Search with words first. Then a photo can show why it matched.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>Suchen Sie zuerst mit Worten. Dann kann ein Foto zeigen, warum es passt.</translation>
    </message>
    <message>
        <source>Choose two to four photos to compare.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>Wählen Sie zum Vergleichen zwei bis vier Fotos aus.</translation>
    </message>
    <message>
        <source>The first four of the chosen photos are compared.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>Die ersten vier der ausgewählten Fotos werden verglichen.</translation>
    </message>
</context>
<context>
    <name>_DropPlace</name>
    <message>
        <source>What is new on this card?</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Was ist neu auf dieser Speicherkarte?</translation>
    </message>
    <message>
        <source>Drop a folder or memory card here. You will see which photos your library lacks.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Legen Sie hier einen Ordner oder eine Speicherkarte ab. Sie sehen dann, welche Fotos in Ihrer Bibliothek fehlen.</translation>
    </message>
    <message>
        <source>Choose a folder or card…</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Ordner oder Speicherkarte auswählen…</translation>
    </message>
    <message>
        <source>Nothing on it is changed</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Nichts darauf wird geändert</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>About Recollect</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Über Recollect</translation>
    </message>
    <message>
        <source>development</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Entwicklungsversion</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Jedes Ihrer Fotos finden: einfach sagen, was darauf ist – auf Ihrem eigenen Computer.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Icons: Lucide (ISC).</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Apache License 2.0. Symbole: Lucide (ISC).</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Schließen</translation>
    </message>
</context>
</TS>
