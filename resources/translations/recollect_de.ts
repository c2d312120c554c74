<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window (LGPL 3)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running models (BSD 3-Clause, Apache 2.0)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the nearest (Apache 2.0, BSD 3-Clause)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue (public domain, MIT)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading photos (MIT-CMU)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HEIC and RAW (libheif and LibRaw: LGPL)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icons (ISC)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EfficientNet-Lite2 and MiniLM, taught together on Flickr8k, PASCAL VOC and COCO. Its weights are for research and private use.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CC0, public domain, CC BY and CC BY-SA; each names its author and licence.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add folder…</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a few dozen photos that come with Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look over all folders now</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen photos as files</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy where the chosen photos are</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all photos shown</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you look for</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make thumbnails larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make thumbnails smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the photo in your picture viewer</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with this photo chosen</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find photos that look like this one</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all keys</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>app/actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <extracomment>app/viewer/canvas.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Looking at the card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this folder</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch this folder: its new photos become part of the library</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list of new photos</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy where the new photos are, as text</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at another</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder or card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {done} of {total}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no photos in this folder.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already here</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the library has in another size</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardWall</name>
    <message>
        <source>Photos of the card</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the library in another size</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already here</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the library: {place}. Click to show it.</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take this out of the question (Esc)</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less like: {what}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for more of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for less of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wheel makes it count more or less</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar to</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lens</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megapixels</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the whole photos and 100 % (0, 1)</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move together</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect has made a mistake</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your photos and your library are safe. You can go on, but starting again is wiser. The details help the developers; they may hold names of your folders.</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart Recollect</source>
        <extracomment>app/crash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropGuide</name>
    <message>
        <source>Drop folders to add them, or a picture to find similar photos</source>
        <extracomment>app/dropping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicateWall</name>
    <message>
        <source>Groups of photos</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most detail</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original name</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group {number} of {count}</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See these photos side by side (C)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not show this group again (N)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the photos marked Trash to the trash (Del)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo stays (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is to go to the trash (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Looking for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all photos of the library again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move all photos marked Trash in this list to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same file</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same picture saved again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same moment</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The very same file, stored more than once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture in several sizes, qualities or formats.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken within moments of each other. Nothing is marked for you here.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different photos that look much alike. Nothing is marked for you here; compare first.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready to compare</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {done} of {total}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Find photos you have more than once</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect compares what it knows of your photos. You decide what goes to the trash.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every photo in your library is there only once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of this kind</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{photos}, {size} to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked for the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One photo of a group that can be reached always stays.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared just now</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln minute(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln hour(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Compared on {date}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Choose…</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the models on this computer</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is not a picture Recollect can read.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in another program; if it opens there, save a copy as JPEG.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <extracomment>photo.empty</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <extracomment>photo.empty</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the file.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions so that you can read it.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has {megapixels} megapixels, more than the {limit} Recollect opens.</source>
        <extracomment>photo.too_large</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a smaller copy, or raise the limit in Settings.</source>
        <extracomment>photo.too_large</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is {size_mb} MB, more than the {limit_mb} MB Recollect reads.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a smaller copy.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early: only {percent} % of the picture is there.</source>
        <extracomment>photo.truncated</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from the camera or a backup.</source>
        <extracomment>photo.truncated</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RAW file holds no preview picture.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a JPEG beside it from your RAW program.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is {width} × {height} pixels, too narrow to show.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop it to a wider shape.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is in the cloud and not on this computer.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it available offline, then it will be indexed.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder could not make sense of the picture.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again when the file or the model changes.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive could not read the file ({detail}).</source>
        <extracomment>photo.not_read</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the drive and its cable; the file is tried again at the next look.</source>
        <extracomment>photo.not_read</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory to open the picture.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs; it is tried again at the next look.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo at {path}.</source>
        <extracomment>photo.not_found</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <extracomment>photo.not_found, model.missing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder at {path}.</source>
        <extracomment>folder.missing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, or connect the drive.</source>
        <extracomment>folder.missing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the folder that holds it.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect is not allowed to look into {path}.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the folder&apos;s permissions so that you can open it.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} cannot be reached.</source>
        <extracomment>folder.offline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>folder.offline</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not one of the library&apos;s folders.</source>
        <extracomment>folder.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the list with: recollect folders list</source>
        <extracomment>folder.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is Recollect&apos;s own data folder.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with photos.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached, so {path} is looked at every {seconds} s instead.</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was made by a newer Recollect (catalogue {found}, this program knows {known}).</source>
        <extracomment>catalogue.newer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <extracomment>catalogue.newer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s catalogue is damaged ({detail}).</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run recollect check --repair: it takes the newest copy, or reads your photos anew.</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library could not be brought to this version ({detail}). The copy made before was put back.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the earlier version, or send the file {failed} to the developers.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is open read-only, because {why}.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that has it open; if none has, make its folder writable.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the library in {path}.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files, or choose another place with RECOLLECT_HOME.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is in use by {owner}.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or wait until it is done.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {path} cannot lock files ({detail}), so two programs could spoil the library.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the library on a disk of this computer: set RECOLLECT_HOME.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {path} is full ({free_mb} MB free, about {needed_mb} MB needed).</source>
        <extracomment>disk.full</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; indexing goes on from where it stopped.</source>
        <extracomment>disk.full</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect is not allowed to write to {path}.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place with RECOLLECT_HOME, or change the folder&apos;s permissions.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a file, so there is no room for a library.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder with RECOLLECT_HOME.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model at {path}.</source>
        <extracomment>model.missing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <extracomment>model.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the list with: recollect models list</source>
        <extracomment>model.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a model that reads both photos and words ({detail}).</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CLIP, ALIGN, GroupViT, SigLIP or similar folder saved by transformers.</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {path} are not in the safetensors format.</source>
        <extracomment>model.unsafe</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert them to safetensors; other formats can run code and are refused.</source>
        <extracomment>model.unsafe</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {path} is damaged or incomplete ({detail}).</source>
        <extracomment>model.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <extracomment>model.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the model in {path}.</source>
        <extracomment>model.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files so that you can read them.</source>
        <extracomment>model.forbidden</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {path} wants to run its own program code.</source>
        <extracomment>model.remote_code</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that transformers knows by itself.</source>
        <extracomment>model.remote_code</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using smaller batches.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do; no photo was skipped.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using the processor.</source>
        <extracomment>device.processor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use it, then restart Recollect to try again.</source>
        <extracomment>device.processor</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {device} stopped answering; using the processor.</source>
        <extracomment>device.lost</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart Recollect to try it again; no photo was skipped.</source>
        <extracomment>device.lost</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to run the model {name}.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {device} on this computer.</source>
        <extracomment>device.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another device in Settings.</source>
        <extracomment>device.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index is damaged ({detail}); it is being built anew.</source>
        <extracomment>index.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do; search works meanwhile.</source>
        <extracomment>index.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <extracomment>query.empty</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what is in the photo.</source>
        <extracomment>query.empty</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query only says what should not be in the photo.</source>
        <extracomment>query.only_minus</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a word for what should be in it.</source>
        <extracomment>query.only_minus</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the query at character {position}.</source>
        <extracomment>query.mistake</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has no photos yet.</source>
        <extracomment>library.empty</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder with: recollect index FOLDER</source>
        <extracomment>library.empty</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} cannot be {value}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting called {key}.</source>
        <extracomment>settings.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the list in Settings.</source>
        <extracomment>settings.unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a captions file Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Karpathy&apos;s JSON form or a plain JSON object of file to captions.</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a word list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in TOML: [[word]] with a query, and a pattern where the query&apos;s own words do not do.</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a query list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in TOML: [[query]] with a text, and a pattern or absurd = true.</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a list of names Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one name a line, or a JSON list of names.</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the photos named in {path} is in {folder}.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty “{code}”.</source>
        <extracomment>unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Recollect to learn more.</source>
        <extracomment>unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its file cannot be written</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an embedding has a wrong length</source>
        <extracomment>detail of catalogue.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its older catalogue has to be brought up to date first</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is being written to</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no common space</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no config.json</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json names no model_type</source>
        <extracomment>detail of</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo cannot be named here.</source>
        <extracomment>detail of query.mistake</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors are missing</source>
        <extracomment>detail of model.damaged</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{field} {value}, {photos}, chosen</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>from the camera</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the photo&apos;s description</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the file&apos;s date</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} MP</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} m above the sea</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>Strip of photos</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiltersDrawer</name>
    <message>
        <source>Filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the filters (Esc)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A caption</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A favourite</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAW</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A duplicate</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a drive that is away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Photos that belong to no folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos whose description is missing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings that belong to no photo</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered texts of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems that belong to nothing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directories without photos</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents no photo has any more</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos indexed without an embedding</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos on which the index and the catalogue differ</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos the stored index still has to catch up with</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos still waiting to be indexed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders that are offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems listed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Find any photo by saying what is in it</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with photos. You can search while it is being read.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around with a few dozen photos that come with Recollect</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. Recollect never changes or sends your photos.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderCare</name>
    <message>
        <source>Add a folder with photos</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from Recollect</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photos stay where they are</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was removed. Its photos stay where they are.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recollect takes folders and pictures from this computer.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Photos</source>
        <extracomment>app/grid/view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong matches</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In names and keywords</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches clearly. Here are the closest.</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all others, by relevance · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the rest · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest, by relevance</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Library health</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what could not be read, and what to do</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuild search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares catalogue, index and thumbnails. Changes nothing.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mends what a check found. Your photos are not touched.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a copy of the catalogue beside it. The photos are not copied.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the index anew from the catalogue, for when results look wrong.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the check found</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with the library in it</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} searchable</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Back up now” makes the first.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} photos, {state}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This place tells of no changes, so it is looked at every now and then.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to be mended.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting started</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query language</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>When photos were taken</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all times again (Esc)</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all times again</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) without a date are not shown here</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No photo has a date</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span}; most in {time}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen: {span}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day below a bar</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>What you asked before</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter asks again, Delete forgets</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Recollect sees</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of this photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos in “{folder}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for photos with this keyword</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for photos of this day</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for photos of this camera</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for “{label}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Apply</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these patterns from now on</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the patterns in use</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{count} photos</source>
        <extracomment>app/main_window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} photo</source>
        <extracomment>app/main_window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} photos indexed in {seconds} s.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <extracomment>app/main_window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Answers now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the licence, and where the model is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what changing to this model takes</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin; it can be stopped at any time</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages unknown</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dimensions</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not named by those who made it</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind: {family}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: {path}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to be encoded.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos to encode: {count}. How long that takes shows when it has begun.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos to encode: {count}. That takes {time}.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} goes on answering until this one is complete.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding {done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with a CLIP, ALIGN, SigLIP or similar model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model turns photos and words into numbers that can be compared. Any CLIP, ALIGN, GroupViT or SigLIP model in safetensors files, as transformers saves it, can be imported; nothing is downloaded by itself.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <extracomment>app/notices.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this; nothing is lost</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} h</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Recollect can put the newest good copy in its place, or begin anew and read your photos again. The damaged file is kept aside; your photos are not touched.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mending the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can take a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} photos found</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready; the first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through your folders</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no photos to search yet.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos here yet</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders you added hold no pictures Recollect can read.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Keep as a favourite</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the trash</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this photo alone</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>Choose at most {count} photos to open.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program could open {name}, or it is no longer there.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the photos; drag again in a moment.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network allowed when you ask</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off refuses everything in the table below. Search never needs it.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow or forbid every use of the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections since the start</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What uses the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you ask for it on the Models page. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you ask for it in the Help menu. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking for updates</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address in this version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections since the start: {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>No problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that Recollect cannot read are listed here.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try all again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read these files once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files are tried again when they change.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else was indexed.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} problem</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this file once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with this file chosen</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not list this file again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what is known already stays</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Search your photos: try “dog in the snow”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search your photos: try “city at night”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search your photos: try “a cat”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search your photos: try “snowy mountains”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop a picture here to find similar photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search your photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe what is in the photo (Ctrl+F or /)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search (Ctrl+D)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you asked before (Alt+Down)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the question (Esc)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add words to narrow it down</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickPreview</name>
    <message>
        <source>Quick preview</source>
        <extracomment>app/viewer/preview.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Find on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Square tiles</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square tiles, or photos&apos; own shapes</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the matches over the years (Ctrl+T)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters (Ctrl+Shift+L)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stricter</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well a photo must match to be called Strong or Possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strictness of the matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevance</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder and name</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches clearly</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} strong</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order the photos stand</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {field} open again</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear {field}</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all ({count})</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what Recollect comes with</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {setting}</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies to the next photos.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index is built anew in the background; search goes on meanwhile.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strictness</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stricter shows fewer photos as Strong.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of results</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By folder</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gentle indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On battery</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go slower</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on as usual</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest picture</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies to the next photos; those refused before are tried again from Problems.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos that match leave the results at the next look, and come back when the pattern goes.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet time</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look over everything</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without live events</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model encodes every photo; the present one answers until that is done.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact (32 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half (16 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coarse (8 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the photo</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember what is gone</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index that answers</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph from</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the graph&apos;s search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read ahead</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that reads photos and words.</source>
        <extracomment>app/panels/settings_words.py, model.active</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <extracomment>app/panels/settings_words.py, device</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exactly the model calculates; auto measures what is fastest and still right.</source>
        <extracomment>app/panels/settings_words.py, precision</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores used for indexing; 0 means all.</source>
        <extracomment>app/panels/settings_words.py, threads</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger pictures are not opened (megapixels).</source>
        <extracomment>app/panels/settings_words.py, photo.max_megapixels</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for photos read ahead while indexing (MB).</source>
        <extracomment>app/panels/settings_words.py, lookahead_mb</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which index answers: exact, the HNSW graph, or what this library&apos;s size calls for.</source>
        <extracomment>app/panels/settings_words.py, index.answers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of photos from which the HNSW graph answers unfiltered queries.</source>
        <extracomment>app/panels/settings_words.py, index.hnsw_from</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How widely the HNSW graph searches.</source>
        <extracomment>app/panels/settings_words.py, index.ef</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strict the Strong and Possible bands are.</source>
        <extracomment>app/panels/settings_words.py, search.strictness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new photo is taken after this quiet time.</source>
        <extracomment>app/panels/settings_words.py, watch.quiet_seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every folder is looked over this often.</source>
        <extracomment>app/panels/settings_words.py, watch.rescan_seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders without live events are looked at this often.</source>
        <extracomment>app/panels/settings_words.py, watch.poll_seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days until removed folders and gone photos are forgotten.</source>
        <extracomment>app/panels/settings_words.py, forget.days</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the thumbnails in the grid.</source>
        <extracomment>app/panels/settings_words.py, grid.tile</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether thumbnails keep their shape or are cut to squares.</source>
        <extracomment>app/panels/settings_words.py, grid.shape</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order results stand.</source>
        <extracomment>app/panels/settings_words.py, results.sort</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of a photo, and RAW with JPEG, are shown as one.</source>
        <extracomment>app/panels/settings_words.py, results.stacks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether indexing leaves the computer to others: auto is gentle on battery only.</source>
        <extracomment>app/panels/settings_words.py, indexing.gentle</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What indexing does while the computer runs on battery.</source>
        <extracomment>app/panels/settings_words.py, indexing.battery</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders that are left out, one pattern a line, written as in a .gitignore file.</source>
        <extracomment>app/panels/settings_words.py, exclude.patterns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether Recollect may use the network when you ask for something.</source>
        <extracomment>app/panels/settings_words.py, network.allowed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <extracomment>app/panels/settings_words.py, looks.scheme</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether things move.</source>
        <extracomment>app/panels/settings_words.py, looks.motion</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <extracomment>app/panels/settings_words.py, language</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the settings with these words (Esc clears)</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Library</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable now. Its photos are still found by their thumbnails.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at every now and then, because this place tells of no changes.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at every now and then: the system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched: new photos appear by themselves.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizesBar</name>
    <message>
        <source>Altogether</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} photos found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} photo found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} photos/s</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through photos like this one</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThemesStrip</name>
    <message>
        <source>Themes of your library</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search for {label}, {photos}</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for “{text}”</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the whole photo and 100 % (0, 1)</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the view; the file stays as it is</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with other photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in another program</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} of {count}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Size of the thumbnails (Ctrl and the wheel)</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Viewer</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for similar photos…</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing similar was found.</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_DropPlace</name>
    <message>
        <source>What is new on this card?</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder or memory card here. You will see which photos your library lacks.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder or card…</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on it is changed</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Recollect</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache License 2.0. Icons: Lucide (ISC).</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
